import 'server-only';
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { Semaphore } from 'async-mutex';
import { AppError } from '@/lib/platform/errors';

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const TAG_BYTES = 32;
/** Concurrent hashes, and how many may wait: limits the load of many sign-ins. */
const CONCURRENCY = 2;
const MAX_QUEUE = 40;
const format = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const store = globalThis as { mastheadHashing?: { slots: Semaphore; waiting: number } };
const queue = (store.mastheadHashing ??= { slots: new Semaphore(CONCURRENCY), waiting: 0 });

let dummyHash: Promise<string> | undefined;

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive(password, salt, cost);
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** Whether the password is right; takes equally long without a user or password. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const storedHash = format.exec(hash ?? (await (dummyHash ??= hashPassword(randomBytes(16).toString('hex')))));
  if (!storedHash) return false;
  const [, memory, passes, parallelism, salt = '', tag = ''] = storedHash;
  const expected = Buffer.from(tag, 'base64');
  const given = await derive(password, Buffer.from(salt, 'base64'), {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  });
  return hash !== null && expected.length === given.length && timingSafeEqual(expected, given);
}

async function derive(password: string, nonce: Buffer, how: typeof cost) {
  if (queue.waiting >= MAX_QUEUE) {
    throw new AppError('unavailable', 'Many people are signing in right now. Please try again in a moment.');
  }
  queue.waiting += 1;
  return queue.slots.runExclusive(() => {
    queue.waiting -= 1;
    return argon2id({ message: password.normalize('NFKC'), nonce, tagLength: TAG_BYTES, ...how });
  });
}

function argon2id(parameters: Parameters<typeof argon2>[1]) {
  return new Promise<Buffer>((resolve, reject) => {
    argon2('argon2id', parameters, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

function base64(bytes: Buffer) {
  return bytes.toString('base64').replace(/=+$/, '');
}
