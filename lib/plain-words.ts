import { MigrationError } from '@/lib/database/migrations';
import { env, EnvError } from '@/lib/env';
import { AppError } from '@/lib/errors';

/** One sentence for the operator that says what is wrong and what to do about it. */
export function inPlainWords(error: unknown, otherwise = 'Masthead could not start'): string {
  if (error instanceof EnvError || error instanceof MigrationError || error instanceof AppError) return error.message;
  const { code, message } = rootCause(error);
  if (code === 'EACCES' || code === 'EROFS' || code === 'SQLITE_CANTOPEN' || code === 'SQLITE_READONLY') {
    return `The data folder ${env().dataDir} cannot be written: give this account the right to, or set DATA_DIR to another folder.`;
  }
  if (code === 'ENOSPC') return `The disk that holds ${env().dataDir} is full: free some space and try again.`;
  if (
    /ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|DatabaseNotReachable|reach database server|timeout/i.test(
      `${code} ${message}`,
    )
  ) {
    return `The database at ${withoutPassword(env().databaseUrl)} cannot be reached: check that it runs and that DATABASE_URL is right.`;
  }
  if (/28P01|28000|AuthenticationFailed|password authentication/i.test(`${code} ${message}`)) {
    return `The database at ${withoutPassword(env().databaseUrl)} refuses the user or password in DATABASE_URL.`;
  }
  return `${otherwise}: ${message}`;
}

function rootCause(error: unknown): { code: string; message: string } {
  const parts: string[] = [];
  let code = '';
  for (let at: unknown = error; at && typeof at === 'object'; at = (at as { cause?: unknown }).cause) {
    const { code: itsCode, kind, originalCode, message } = at as Record<string, unknown>;
    code ||= String(itsCode ?? originalCode ?? kind ?? '');
    if (typeof message === 'string' && message) parts.push(message);
    if ('errors' in at && Array.isArray(at.errors)) parts.push(...at.errors.map(String));
  }
  return { code, message: parts.join(': ') || String(error) };
}

function withoutPassword(url: string) {
  return url.replace(/:\/\/([^:@/]*):[^@]*@/, '://$1@');
}
