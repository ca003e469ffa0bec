import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { workOff } from '@/lib/outbox/worker';
import { writeLetter } from '@/lib/people/letters';
import { linkIn, readLetters } from './letters';

/** Writes every e-mail that is waiting, and reads those to one address. */
export async function writtenLettersTo(email: string) {
  while ((await workOff({ letter: writeLetter }, 'test')) > 0);
  const dataDir = process.env.DATA_DIR ?? '';
  return existsSync(join(dataDir, 'outbox')) ? readLetters(dataDir, email) : [];
}

/** The secret in the link of the newest e-mail to an address. */
export async function newestTokenTo(email: string) {
  return new URLSearchParams(linkIn((await writtenLettersTo(email)).at(-1)).split('?')[1]).get('token') ?? '';
}
