import { readdirSync, readFileSync } from 'node:fs';

/** What the system says about a process: its processor time so far, and whether it wants more than it is given. */
export type ProcessTime = {
  /** Processor time of all its threads. */
  usedMs: number;
  /** How long its main thread could have run and was not let. */
  queuedMs: number;
  /** At this moment a thread could run, or the main one waits for the disk. */
  isWorking: boolean;
};

/** Linux counts processor time for programs in hundredths of a second, whatever the machine's own clock. */
const TICK_MS = 10;
const NS_PER_MS = 1e6;

/**
 * How much of an interval counts against a process that said nothing in it. One that works is charged with the processor
 * time it was given: a loop that never ends uses it up, and on a loaded machine a process that is given none owes none.
 * One that does not work could have spoken, so it is charged with the interval, less the time it had to queue.
 */
export function chargedMs(before: ProcessTime | null, now: ProcessTime | null, elapsedMs: number) {
  if (!before || !now) return elapsedMs;
  const used = now.usedMs - before.usedMs;
  const charged = now.isWorking ? used : elapsedMs - (now.queuedMs - before.queuedMs);
  return Math.min(elapsedMs, Math.max(used, charged, 0));
}

/** Null where the system does not say (anywhere but on Linux), and of a process that has gone. */
export function readProcessTime(pid: number | undefined): ProcessTime | null {
  try {
    const own = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const others = readdirSync(`/proc/${pid}/task`).map((id) => stateOfThread(pid, id));
    const [, queued = '0'] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
    return {
      usedMs: usedTicks(own) * TICK_MS,
      queuedMs: Number(queued) / NS_PER_MS,
      isWorking: /^[RD]$/.test(afterName(own)[0] ?? '') || others.includes('R'),
    };
  } catch {
    return null;
  }
}

function stateOfThread(pid: number | undefined, id: string) {
  try {
    return afterName(readFileSync(`/proc/${pid}/task/${id}/stat`, 'utf8'))[0];
  } catch {
    // It ended meanwhile.
    return undefined;
  }
}

function usedTicks(stat: string) {
  const fields = afterName(stat);
  return Number(fields[11]) + Number(fields[12]);
}

// The second field is the program's name in brackets, which may hold spaces and brackets.
function afterName(stat: string) {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
