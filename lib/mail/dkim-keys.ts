import 'server-only';
import { generateKeyPair } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { makeDataFolder } from '@/lib/database/sqlite-file';
import { env } from '@/lib/platform/env';
import { dkimSelector } from '@/lib/platform/env-rules';
import { AppError } from '@/lib/platform/errors';
import { dkimRecord } from './dkim-record';
import { senderDomain } from './sender';

export const newDkimKey = z.object({ selector: dkimSelector.max(63, 'A selector has at most 63 letters') });

/** Makes a key in a file of DATA_DIR that nobody else may read, and the record for its public half; replaces no file. */
export async function createDkimKey({ selector }: z.output<typeof newDkimKey>) {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  makeDataFolder();
  const file = join(env().dataDir, `dkim-${selector}.pem`);
  await writeFile(file, privateKey, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new AppError('conflict', `There is a key in ${file} already: choose another selector with --selector.`);
  });
  return { file, selector, record: dkimRecord({ domain: senderDomain(), selector, privateKey }) };
}
