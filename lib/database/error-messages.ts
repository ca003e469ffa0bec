import { MigrationError } from '@/lib/database/migrations';
import { causesOf } from '@/lib/database/problems';
import { env, EnvError } from '@/lib/platform/env';
import { AppError } from '@/lib/platform/errors';

type ErrorExplanation = { signs: RegExp; sentence: () => string };

const database = () => withoutPassword(env().databaseUrl);

/** The first match wins. */
const explanations: ErrorExplanation[] = [
  {
    signs: /\b(ENOSPC|EDQUOT|SQLITE_FULL)\b|database or disk is full|53100/,
    sentence: () => `The disk that holds ${env().dataDir} is full: free some space and try again.`,
  },
  {
    signs:
      /\b(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT|SQLITE_CANTOPEN|SQLITE_READONLY)\b|unable to open database file|readonly database/,
    sentence: () =>
      `The data folder ${env().dataDir} cannot be written: give this account the right to, or set DATA_DIR to another folder.`,
  },
  {
    signs: /no such table|P2021|42P01|TableDoesNotExist/,
    sentence: () =>
      `${database()} does not hold what this version needs: run “masthead migrate”, or start the site once.`,
  },
  {
    signs: /SQLITE_NOTADB|file is not a database|SQLITE_CORRUPT|disk image is malformed/,
    sentence: () =>
      `${database()} is not a database of Masthead, or it is damaged: restore it from a backup, or set DATABASE_URL to another file.`,
  },
  {
    signs: /SQLITE_BUSY|database is locked|SocketTimeout/,
    sentence: () => `${database()} is locked by another program: end that one, or wait until it is done.`,
  },
  {
    signs: /28P01|28000|AuthenticationFailed|password authentication/,
    sentence: () => `The database at ${database()} refuses the user or password in DATABASE_URL.`,
  },
  {
    signs: /DatabaseDoesNotExist|3D000/,
    sentence: () => `PostgreSQL has no database "${databaseName()}": create it, or name another one in DATABASE_URL.`,
  },
  {
    signs: /DatabaseAccessDenied|42501/,
    sentence: () =>
      `The user in DATABASE_URL may not make tables at ${database()}: grant it that, or name another user.`,
  },
  {
    signs:
      /ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|DatabaseNotReachable|reach database server|timeout|57P03|53300|too many clients/i,
    sentence: () =>
      `The database at ${database()} cannot be reached: check that it runs and that DATABASE_URL is right.`,
  },
];

/** One sentence for the operator: what is wrong and what to do. */
export function explainError(error: unknown, otherwise = 'Masthead could not start'): string {
  if (error instanceof EnvError || error instanceof MigrationError || error instanceof AppError) return error.message;
  const { codes, message } = causesOf(error);
  const known = explanations.find(({ signs }) => signs.test(`${codes} ${message}`));
  if (known) return known.sentence();
  return `${otherwise}: ${message.replace(/\s+/g, ' ')}`;
}

export function describeError(error: unknown) {
  return causesOf(error).message.replace(/\s+/g, ' ');
}

function databaseName() {
  return URL.canParse(env().databaseUrl) ? new URL(env().databaseUrl).pathname.slice(1) : '';
}

function withoutPassword(url: string) {
  return url.replace(/:\/\/([^:@/]*):[^@]*@/, '://$1@');
}
