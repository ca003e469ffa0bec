/** Begins to count the time that this process is given by the processor, in ms: how busy the machine is does not matter. */
export function startProcessorTime() {
  const began = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1_000;
  };
}
