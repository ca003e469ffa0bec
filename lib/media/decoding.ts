import 'server-only';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { Semaphore } from 'async-mutex';
import { AppError } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import type { DecoderResult, DecoderJob, Region } from './decoder-process';
import type { ImageFormat } from './format';
import { MAX_SIDE_PX, MAX_PIXELS, sentences, WIDTHS, type Refusal } from './media';

/** Time limits of reading an image and of making its sizes (ms). */
const READ_TIMEOUT_MS = 10_000;
const PROCESS_TIMEOUT_MS = 25_000;

// Two at a time, to leave the CPU to requests.
const mutex = new Semaphore(2);

export type Decoded = Extract<DecoderResult, { kind: 'done' }>;

/** Decodes an image into `folder` and creates its sizes, in a limited process. Throws a sentence if unusable. */
export function decodeImage(job: { input: string; folder: string; format: ImageFormat }): Promise<Decoded> {
  return mutex.runExclusive(() => decode({ ...job, widths: WIDTHS, pixels: MAX_PIXELS, side: MAX_SIDE_PX }));
}

/** As `decodeImage`, of a part of the image, in pixels. */
export function decodeCrop(job: { input: string; folder: string; format: ImageFormat; extract: Region }) {
  return mutex.runExclusive(() => decode({ ...job, widths: WIDTHS, pixels: MAX_PIXELS, side: MAX_SIDE_PX }));
}

/** As `decodeImage`, one square of this width. */
export function decodeSquare(job: { input: string; folder: string; format: ImageFormat; square: number }) {
  return mutex.runExclusive(() => decode({ ...job, widths: WIDTHS, pixels: MAX_PIXELS, side: MAX_SIDE_PX }));
}

/** As `decodeImage`, PNG squares of these widths. */
export function decodeIcons(job: { input: string; folder: string; format: ImageFormat; squares: number[] }) {
  return mutex.runExclusive(() => decode({ ...job, widths: WIDTHS, pixels: MAX_PIXELS, side: MAX_SIDE_PX }));
}

function decode(job: DecoderJob) {
  return new Promise<Decoded>((resolve, reject) => {
    const child = fork(/* turbopackIgnore: true */ join(process.cwd(), 'lib/media', 'decoder-process.ts'), [], {
      execArgv: [],
      // No secrets, and no loader of the parent.
      env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let timer = setTimeout(() => end('tooSlow'), READ_TIMEOUT_MS);
    let isEnded = false;
    const finish = (settle: () => void) => {
      if (isEnded) return;
      isEnded = true;
      clearTimeout(timer);
      child.kill('SIGKILL');
      settle();
    };
    const end = (why: Refusal) => finish(() => reject(refusal(why)));
    child.on('message', (answer: DecoderResult) => {
      if (answer.kind === 'done') finish(() => resolve(answer));
      else if (answer.kind === 'refused') end(answer.why);
      else {
        clearTimeout(timer);
        timer = setTimeout(() => end('tooSlow'), PROCESS_TIMEOUT_MS);
      }
    });
    child.on('error', (error) => {
      log.error({ event: 'decoder_failed', error }, 'the decoder could not be started');
      finish(() => reject(new AppError('unavailable', 'Images cannot be processed at the moment. Please try again.')));
    });
    child.on('exit', () => end('broken'));
    child.send(job);
  });
}

export function refusal(why: Refusal) {
  const isLarge = why === 'tooLarge' || why === 'tooManyPixels';
  return refused(sentences[why], isLarge ? 'too_large' : 'invalid');
}

export function refused(sentence: string, code: 'too_large' | 'invalid' = 'invalid') {
  return new AppError(code, sentence, { fields: { file: sentence } });
}
