import 'server-only';
import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import { LRUCache } from 'lru-cache';
import { env } from '@/lib/platform/env';

/** A picture that the store did not have is asked for again after this (ms); strangers may ask for any name. */
const missing = new LRUCache<string, true>({ max: 10_000, ttl: 10_000 });
const MAX_CACHED_BYTES = 32 * 1024 * 1024;
const coming = new Map<string, Promise<boolean>>();
let client: Promise<S3Client> | undefined;

/** Where the made files of pictures lie on this machine: all of them, or with S3 those that were asked for here. */
export function uploadsFolder() {
  return join(env().dataDir, 'uploads');
}

/** Puts a file that lies in the folder where every machine finds it. Without S3 that is where it is. */
export async function shareFile(path: string, mime: string) {
  const { s3 } = env();
  if (!s3) return;
  const { PutObjectCommand } = await import('@aws-sdk/client-s3');
  const file = join(uploadsFolder(), path);
  const { size } = await stat(file);
  await (
    await store()
  ).send(
    new PutObjectCommand({
      Bucket: s3.bucket,
      Key: keyOf(path),
      // What is held can be sent again after a fault; a film may be larger than what fits into memory.
      Body: size <= MAX_CACHED_BYTES ? await readFile(file) : createReadStream(file),
      ContentLength: size,
      ContentType: mime,
      CacheControl: 'public, max-age=31536000, immutable',
    }),
  );
}

/** Fetches a file that another machine made into the folder; false if there is none. Only names of uploads. */
export async function fetchFile(path: string): Promise<boolean> {
  if (!env().s3 || missing.has(path)) return false;
  const known = coming.get(path);
  if (known) return known;
  const fetching = download(path).finally(() => coming.delete(path));
  coming.set(path, fetching);
  return fetching;
}

/** Removes a file everywhere. */
export async function removeFile(path: string) {
  await rm(join(uploadsFolder(), path), { force: true });
  const { s3 } = env();
  if (!s3) return;
  const { DeleteObjectCommand } = await import('@aws-sdk/client-s3');
  await (await store()).send(new DeleteObjectCommand({ Bucket: s3.bucket, Key: keyOf(path) }));
}

async function download(path: string) {
  const { GetObjectCommand } = await import('@aws-sdk/client-s3');
  const target = join(uploadsFolder(), path);
  const part = join(uploadsFolder(), `.coming-${randomBytes(8).toString('hex')}`);
  try {
    const { Body } = await (await store()).send(new GetObjectCommand({ Bucket: env().s3?.bucket, Key: keyOf(path) }));
    await mkdir(dirname(target), { recursive: true });
    await pipeline(Body as Readable, createWriteStream(part));
    // Complete before it gets its name: no visitor ever gets half an image.
    await rename(part, target);
    return true;
  } catch (error) {
    await rm(part, { force: true });
    if (!isMissing(error)) throw error;
    missing.set(path, true);
    return false;
  }
}

function isMissing(error: unknown) {
  return error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name);
}

// Loaded when it is needed: most sites keep their pictures on their own disk.
function store(): Promise<S3Client> {
  client ??= import('@aws-sdk/client-s3').then(({ S3Client }) => {
    const { s3 } = env();
    return new S3Client({
      region: s3?.region ?? 'us-east-1',
      ...(s3?.endpoint ? { endpoint: s3.endpoint, forcePathStyle: true } : {}),
      ...(s3?.credentials ? { credentials: s3.credentials } : {}),
      maxAttempts: 3,
      // Checksums behind a stream are not understood by every store that speaks S3.
      requestChecksumCalculation: 'WHEN_REQUIRED',
    });
  });
  return client;
}

function keyOf(path: string) {
  return `uploads/${path}`;
}
