import { readFileSync } from 'node:fs';

/** Ticks a second of /proc/PID/stat on Linux (sysconf(_SC_CLK_TCK)). */
const TICKS = 100;

/** A process and all below it, itself first. */
export function familyOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return [pid, ...(children ? children.split(' ').flatMap((child) => familyOf(Number(child))) : [])];
}

export function residentIn(pid: number) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
}

/** Processor time that a process has taken so far, in ms, in steps of 10. */
export function processorMsOf(pid: number) {
  // The name in parentheses may hold spaces; user and system time are the 14th and 15th fields of all.
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?=\S )/);
  const [user = '0', system = '0'] = fields.split(' ').slice(11, 13);
  return ((Number(user) + Number(system)) * 1000) / TICKS;
}
