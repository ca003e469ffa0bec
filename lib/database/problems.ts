import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { AppError } from '@/lib/platform/errors';

export type DatabaseProblem = 'away' | 'full';
type ProblemHolder = { problem: DatabaseProblem | null };

const full = /\b(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL|53100)\b|database or disk is full|no space left/i;
const unavailableByCode =
  /\b(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|DatabaseNotReachable|ConnectionClosed|TooManyConnections|SocketTimeout|SQLITE_(BUSY|LOCKED|CANTOPEN|IOERR)\w*|57P0[1-5]|57014|25P03|53[34]00|08\d{3}|P1001|P1002|P1008|P1017|P2024|P2028)\b/;
const unavailableByMessage =
  /unable to open database file|disk I\/O error|database is locked|database table is locked|connection (terminated|closed)|connection timeout|trying to connect|reach database server|too many (clients|connections)|statement timeout|is (starting up|shutting down)|rolled back by SQLite/i;

// One per process: Next bundles this module several times.
const store = globalThis as { mastheadDatabaseProblem?: AsyncLocalStorage<ProblemHolder> };
const problemHolder = (store.mastheadDatabaseProblem ??= new AsyncLocalStorage<ProblemHolder>());

export function databaseProblemIn(error: unknown): DatabaseProblem | null {
  const { codes, message } = causesOf(error);
  if (full.test(codes) || full.test(message)) return 'full';
  return unavailableByCode.test(codes) || unavailableByMessage.test(message) ? 'away' : null;
}

/** Runs work and returns any database problem that occurred, even if it was caught. */
export async function withProblemDetection<T>(work: (note: ProblemHolder) => Promise<T>) {
  const note: ProblemHolder = { problem: null };
  const result = await problemHolder.run(note, () => work(note));
  return { result, problem: note.problem };
}

export function noteDatabaseProblem(error: unknown) {
  const note = problemHolder.getStore();
  if (note) note.problem ??= databaseProblemIn(error);
}

/** The error to show: an AppError itself, or a sentence about the database; null for any other. */
export function explainDatabaseProblem(error: unknown, { isStaff }: { isStaff: boolean }): AppError | null {
  if (error instanceof AppError) return error;
  const problem = databaseProblemIn(error);
  if (problem === 'away') {
    return new AppError('unavailable', 'The database cannot be reached at the moment. Please try again in a moment.', {
      retryAfter: 5,
    });
  }
  if (problem !== 'full') return null;
  const sentence = isStaff
    ? 'The disk of the server is full, so nothing can be saved. Free some space there, then try again.'
    : 'Nothing can be saved at the moment. Please try again later.';
  return new AppError('storage_full', sentence, { retryAfter: 60 });
}

export function causesOf(error: unknown): { codes: string; message: string } {
  const messages = new Set<string>();
  const codes: string[] = [];
  for (let at: unknown = error; at && typeof at === 'object'; at = (at as { cause?: unknown }).cause) {
    const { code, kind, originalCode, message } = at as Record<string, unknown>;
    codes.push(...[code, kind, originalCode].filter((part) => typeof part === 'string'));
    if (typeof message === 'string' && message) messages.add(message);
    if ('errors' in at && Array.isArray(at.errors)) for (const one of at.errors) messages.add(String(one));
  }
  return { codes: codes.join(' '), message: [...messages].join(': ') || String(error) };
}
