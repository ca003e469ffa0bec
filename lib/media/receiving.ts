import 'server-only';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import busboy from 'busboy';
import { AppError } from '@/lib/platform/errors';
import { refusal } from './decoding';
import { MAX_FILE_BYTES } from './media';

export type Received = { bytes: Buffer; fileName: string; alt: string };

/** Streams the single file of a form; aborts above the size limit. */
export function receiveFile(request: { headers: Headers; body: ReadableStream<Uint8Array> | null }): Promise<Received> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data') || !request.body) throw noFile();
  // Multipart headers add to the file.
  if (Number(request.headers.get('content-length') ?? 0) > MAX_FILE_BYTES + 64 * 1024) throw refusal('tooLarge');
  return read(type, Readable.fromWeb(request.body));
}

function read(type: string, source: Readable) {
  return new Promise<Received>((resolve, reject) => {
    const form = parser(type);
    const received: Partial<Received> = {};
    const fail = (error: Error) => {
      source.unpipe(form);
      source.destroy();
      reject(error);
    };
    form.on('file', (_field, file, { filename }) => {
      const chunks: Buffer[] = [];
      file.on('data', (chunk: Buffer) => chunks.push(chunk));
      file.on('limit', () => fail(refusal('tooLarge')));
      file.on('end', () => Object.assign(received, { bytes: Buffer.concat(chunks), fileName: filename || 'image' }));
    });
    form.on('field', (name, value) => {
      if (name === 'alt') received.alt = value;
    });
    form.on('error', () => fail(noFile()));
    form.on('close', () => {
      const { bytes, fileName = 'image', alt = '' } = received;
      if (bytes) resolve({ bytes, fileName, alt });
      else reject(noFile());
    });
    source.on('error', () => fail(noFile()));
    source.pipe(form);
  });
}

function parser(type: string) {
  try {
    const limits = { files: 1, fields: 4, fieldSize: 4_000, parts: 6, fileSize: MAX_FILE_BYTES };
    return busboy({ headers: { 'content-type': type }, limits, defParamCharset: 'utf8' });
  } catch {
    throw noFile();
  }
}

function noFile() {
  return new AppError('invalid', 'No image was received. Please choose one and send it again.');
}
