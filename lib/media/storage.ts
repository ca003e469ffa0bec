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

/** Images missing in the store, by name, for ten seconds: anyone may request any name. */
const missing = new LRUCache<string, true>({ max: 10_000, ttl: 10_000 });
const MAX_CACHED_BYTES = 32 * 1024 * 1024;
const coming = new Map<string, Promise<boolean>>();
let client: Promise<S3Client> | undefined;

/** The local folder of image files: all of them, or with S3 a cache. */
export function uploadsFolder() {
  return join(env().dataDir, 'uploads');
}

/** Uploads a local file to S3; without S3 it is already shared. */
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
      // Buffers can be resent after an error; a video may exceed memory.
      Body: size <= MAX_CACHED_BYTES ? await readFile(file) : createReadStream(file),
      ContentLength: size,
      ContentType: mime,
      CacheControl: 'public, max-age=31536000, immutable',
    }),
  );
}

/** Fetches an upload from the store into the folder; false if it does not exist. */
export async function fetchFile(path: string): Promise<boolean> {
  if (!env().s3 || missing.has(path)) return false;
  const known = coming.get(path);
  if (known) return known;
  const fetching = download(path).finally(() => coming.delete(path));
  coming.set(path, fetching);
  return fetching;
}

/** The size and the day of a file in the store; null if it is not there, or there is no store. */
export async function findInStore(path: string) {
  const { s3 } = env();
  if (!s3) return null;
  const { HeadObjectCommand } = await import('@aws-sdk/client-s3');
  try {
    const command = new HeadObjectCommand({ Bucket: s3.bucket, Key: keyOf(path) });
    const { ContentLength, LastModified } = await (await store()).send(command);
    return { bytes: ContentLength ?? 0, createdAt: LastModified ?? new Date() };
  } catch (error) {
    if (isMissing(error) || isForbidden(error)) return null;
    throw error;
  }
}

/** Removes a file locally and in the store. */
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
    // Renamed when complete: visitors never get a partial image.
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

// What stores say of a missing file to those who may not list what is there.
function isForbidden(error: unknown) {
  return error instanceof Error && ['Forbidden', 'AccessDenied', '403'].includes(error.name);
}

// Loaded on demand: most sites use the local disk.
function store(): Promise<S3Client> {
  client ??= import('@aws-sdk/client-s3').then(({ S3Client }) => {
    const { s3 } = env();
    return new S3Client({
      region: s3?.region ?? 'us-east-1',
      ...(s3?.endpoint ? { endpoint: s3.endpoint, forcePathStyle: true } : {}),
      ...(s3?.credentials ? { credentials: s3.credentials } : {}),
      maxAttempts: 3,
      // Not every S3-compatible store supports trailing checksums.
      requestChecksumCalculation: 'WHEN_REQUIRED',
    });
  });
  return client;
}

function keyOf(path: string) {
  return `uploads/${path}`;
}
