import { readdirSync, readFileSync } from 'node:fs';

export type ProcessTime = {
  usedMs: number;
  queuedMs: number;
  isWorking: boolean;
};

/** USER_HZ is 100 on Linux. */
const TICK_MS = 10;
const NS_PER_MS = 1e6;

/** Processor time while working, which excludes starvation; otherwise elapsed less queued time. */
export function chargedMs(before: ProcessTime | null, now: ProcessTime | null, elapsedMs: number) {
  if (!before || !now) return elapsedMs;
  const used = now.usedMs - before.usedMs;
  const charged = now.isWorking ? used : elapsedMs - (now.queuedMs - before.queuedMs);
  return Math.min(elapsedMs, Math.max(used, charged, 0));
}

/** Null outside Linux, and for a process that has ended. */
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

// Threads end while listed, and not every kernel has scheduler statistics.
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

// The program's name may contain spaces and brackets.
function afterName(stat: string) {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
