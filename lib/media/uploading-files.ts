import 'server-only';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import busboy from 'busboy';
import { can, type Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction } from '@/lib/database/db';
import { retryOnUniqueViolation } from '@/lib/posts/unique-violation';
import { AppError } from '@/lib/platform/errors';
import { countAttempt } from '@/lib/rate-limits/limiting';
import { paths } from '@/lib/web/paths';
import { fileExtensionOf } from './file-format';
import { withIncomingFolder } from './incoming';
import { enterFile, hashFor } from './files/entering';
import { fileKindOf } from './files/stored-file';
import { storeDownload } from './storing-downloads';

/** Per user, since a file is large. */
const RATE_LIMIT = { name: 'media.upload-file', limit: 60, seconds: 24 * 60 * 60 };
export const MAX_UPLOADED_BYTES = 200 * 1024 * 1024;
const SNIFFED_BYTES = 4_096;

/** `type`: its extension. */
export type UploadedFile = { url: string; name: string; type: string; kind: 'audio' | 'video' | 'file' };

type Sent = { headers: Headers; body: ReadableStream<Uint8Array> | null };

/** Stores a file that is no image: what its bytes are decides whether it is taken, and under which type it is served. */
export async function uploadFile(actor: Actor, sent: Sent): Promise<UploadedFile> {
  requireCapability(actor, 'media.upload');
  await countAttempt(RATE_LIMIT, actor.id);
  const type = sent.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data') || !sent.body) throw noFile();
  if (Number(sent.headers.get('content-length') ?? 0) > MAX_UPLOADED_BYTES + 64 * 1024) throw tooLarge();
  const body = Readable.fromWeb(sent.body);
  return withIncomingFolder(async ({ folder }) => {
    const received = join(folder, 'received');
    const fileName = await receive(type, body, received);
    return store(actor, received, fileName);
  });
}

async function store(actor: Actor, received: string, fileName: string): Promise<UploadedFile> {
  const extension = fileExtensionOf(await firstBytes(received), fileName);
  if (!extension) throw refused();
  const name = `${nameOf(fileName)}.${extension}`;
  const limits = can(actor, 'posts.edit-any') ? null : actor;
  const stored = await storeDownload(received, { name, hashFor: (hash) => hashFor(hash, name, limits) });
  await retryOnUniqueViolation(() => transaction((tx) => enterFile(tx, stored, { fileName: name, actorId: actor.id })));
  const kind = fileKindOf(stored.mime);
  return {
    url: paths.upload(stored.path),
    name: nameOf(fileName),
    type: extension,
    kind: kind === 'document' ? 'file' : kind,
  };
}

/** Streams the single file of a form to the disk; returns its name. */
function receive(type: string, source: Readable, target: string) {
  return new Promise<string>((resolve, reject) => {
    const form = parser(type);
    let writing: Promise<string> | null = null;
    const fail = (error: Error) => {
      source.unpipe(form);
      source.destroy();
      reject(error);
    };
    form.on('file', (_field, file, { filename }) => {
      file.on('limit', () => fail(tooLarge()));
      writing = pipeline(file, createWriteStream(target)).then(() => basename(filename || 'file'));
      writing.catch(fail);
    });
    form.on('error', () => fail(noFile()));
    form.on('close', () => (writing ? writing.then(resolve, reject) : reject(noFile())));
    source.on('error', () => fail(noFile()));
    source.pipe(form);
  });
}

function parser(type: string) {
  try {
    const limits = { files: 1, fields: 4, fieldSize: 4_000, parts: 6, fileSize: MAX_UPLOADED_BYTES };
    return busboy({ headers: { 'content-type': type }, limits, defParamCharset: 'utf8' });
  } catch {
    throw noFile();
  }
}

async function firstBytes(file: string) {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function nameOf(fileName: string) {
  return fileName
    .replace(/\.[^.]*$/, '')
    .replace(/\p{Cc}/gu, '')
    .toWellFormed()
    .slice(0, 200);
}

function noFile() {
  return new AppError('invalid', 'No file was received. Please choose one and send it again.');
}

function tooLarge() {
  return new AppError('too_large', `A file can have at most ${MAX_UPLOADED_BYTES / 1024 / 1024} MB.`);
}

function refused() {
  return new AppError(
    'invalid',
    'This file cannot be added. Images, PDF, ZIP and office documents, MP3, M4A, OGG, WAV, FLAC, MP4 and WebM can.',
  );
}
