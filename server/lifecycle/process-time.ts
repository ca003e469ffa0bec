import { readdirSync, readFileSync } from 'node:fs';

export type ProcessTime = {
  usedMs: number;
  /** How long the main thread was runnable and had no core. */
  queuedMs: number;
  /** A thread is runnable at this moment, or the main thread waits for the disk. */
  isWorking: boolean;
};

/** USER_HZ is 100 on Linux. */
const TICK_MS = 10;
const NS_PER_MS = 1e6;

/**
 * What a silent interval costs a process: while it works, the processor time it was given (an endless loop uses that
 * up, a process without a core gets none); otherwise the interval, less the time it queued.
 */
export function chargedMs(before: ProcessTime | null, now: ProcessTime | null, elapsedMs: number) {
  if (!before || !now) return elapsedMs;
  const used = now.usedMs - before.usedMs;
  const charged = now.isWorking ? used : elapsedMs - (now.queuedMs - before.queuedMs);
  return Math.min(elapsedMs, Math.max(used, charged, 0));
}

/** Null if the system does not report it (other than Linux), and for a process that has ended. */
export function readProcessTime(pid: number | undefined): ProcessTime | null {
  try {
    const own = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const others = readdirSync(`/proc/${pid}/task`).map(
      (id) => afterName(readIfThere(`/proc/${pid}/task/${id}/stat`))[0],
    );
    const [, queued = '0'] = readIfThere(`/proc/${pid}/schedstat`).split(' ');
    return {
      usedMs: usedTicks(own) * TICK_MS,
      queuedMs: Number(queued) / NS_PER_MS,
      isWorking: /^[RD]$/.test(afterName(own)[0] ?? '') || others.includes('R'),
    };
  } catch {
    return null;
  }
}

// Threads end while they are listed, and not every kernel has scheduler statistics.
function readIfThere(path: string) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function usedTicks(stat: string) {
  const fields = afterName(stat);
  return Number(fields[11]) + Number(fields[12]);
}

// The second field, the program's name in brackets, may contain spaces and brackets.
function afterName(stat: string) {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
