import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { ReadableStream } from 'node:stream/web';
import type { WantedExport } from '@/lib/export/download-permission';
import { msg } from '@/lib/i18n/admin/msg';
import { AppError } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import { startTool } from '../tool';

/** Each takes a process of up to 300 MB. */
const MAX_RUNNING = 2;

let running = 0;

/**
 * Exports with the command-line tool and hands on what it writes, as fast as it is taken: the file is neither kept in
 * memory nor on the disk. The stream fails if the export does, and the process ends with the stream.
 */
export function runExport({ format, withEmails }: WantedExport): ReadableStream<Uint8Array> {
  if (running >= MAX_RUNNING)
    throw new AppError('conflict', msg('Other exports are being downloaded. Please wait until one is done.'));
  const place = format === 'static' ? ['--to', '-'] : ['-', ...(withEmails ? ['--with-emails'] : [])];
  const child = startTool(['export', format, ...place], ['ignore', 'pipe', 'inherit']);
  running += 1;
  return ReadableStream.from(chunksOf(child, format));
}

async function* chunksOf(child: ChildProcess & { stdout: Readable | null }, format: string) {
  const ended = once(child, 'exit').then(
    ([code]) => code as number | null,
    () => null,
  );
  try {
    for await (const chunk of child.stdout ?? []) yield chunk as Uint8Array;
    const code = await ended;
    if (code === 0) return;
    log.error({ event: 'export_failed', format, code }, 'export failed');
    throw new Error(`The export ended with ${code}.`);
  } finally {
    running -= 1;
    child.kill();
  }
}
