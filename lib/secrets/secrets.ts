import 'server-only';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { makeDataFolder } from '../database/sqlite-file';
import { env, EnvError } from '../platform/env';

const secretsSchema = z.object({
  /** Signs and encrypts sessions. */
  auth: z.string().min(1),
  /** Keys all other hashes and signatures. */
  signing: z.string().min(1),
});

export type Secrets = z.output<typeof secretsSchema>;

let current: Secrets | undefined;

/** Created at the first start in DATA_DIR/secrets.json, mode 0600. */
export function secrets(): Secrets {
  current ??= load(join(env().dataDir, 'secrets.json'));
  return current;
}

function load(file: string): Secrets {
  if (!existsSync(file)) create(file);
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new EnvError(`${file} can be read by others: run chmod 600 on it, or delete it to sign everyone out.`);
  }
  const storedSecrets = parse(readFileSync(file, 'utf8'));
  if (!storedSecrets) {
    throw new EnvError(`${file} is damaged: restore it from a backup, or delete it to sign everyone out.`);
  }
  return { ...storedSecrets, auth: env().authSecret ?? storedSecrets.auth };
}

function parse(text: string): Secrets | null {
  try {
    return secretsSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

// Atomic: of two processes that start at once, both read the same file.
function create(file: string) {
  makeDataFolder();
  const draft = `${file}.${process.pid}`;
  const handle = openSync(draft, 'w', 0o600);
  const fresh: Secrets = {
    auth: randomBytes(48).toString('base64url'),
    signing: randomBytes(48).toString('base64url'),
  };
  writeSync(handle, `${JSON.stringify(fresh, null, 2)}\n`);
  fsyncSync(handle);
  closeSync(handle);
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
}
