import 'server-only';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '@/lib/platform/errors';
import { requireFittingBody } from '@/lib/html/sanitising';
import { log } from '@/lib/platform/log';
import { typescriptFlags } from '@/lib/runtime/node-flags.mjs';
import { performBodyTask, type BodyResult, type BodyResults, type BodyTask } from './body-tasks';

/** In characters; a shorter text takes a few milliseconds, less than the transfer costs. */
const LONG_BODY_LENGTH = 16_000;
/** In ms; a million characters take one to two seconds. */
const TASK_TIMEOUT_MS = 20_000;
const MAX_QUEUE = 64;
/** In ms; then the thread and its memory are released. */
const IDLE_TIMEOUT_MS = 60_000;
const MAX_MEMORY_MB = 768;

type Job = { task: BodyTask; resolve: (result: never) => void; reject: (error: Error) => void };

/** Whether a text is long enough for a worker thread. */
export function isLong(html: string) {
  return html.length >= LONG_BODY_LENGTH;
}

/** Runs long texts on a worker thread, so that saving a post does not block requests. */
export async function runBodyTask<T extends BodyTask>(task: T): Promise<BodyResults[T['kind']]> {
  requireFittingBody(task.html);
  if (!isLong(task.html)) return performBodyTask(task) as BodyResults[T['kind']];
  return bodyWorkerPool().add(task) as Promise<BodyResults[T['kind']]>;
}

class BodyWorkerPool {
  readonly #queue: Job[] = [];
  #thread: Worker | null = null;
  #job: Job | null = null;
  #jobId = 0;
  #timer: NodeJS.Timeout | undefined;

  add(task: BodyTask) {
    if (this.#queue.length >= MAX_QUEUE) {
      throw new AppError('unavailable', 'Many long texts are being saved just now. Please try again in a moment.', {
        retryAfter: 5,
      });
    }
    return new Promise((resolve, reject) => {
      this.#queue.push({ task, resolve, reject });
      this.#next();
    });
  }

  #next() {
    if (this.#job) return;
    clearTimeout(this.#timer);
    const job = this.#queue.shift();
    const thread = (this.#thread ??= this.#start());
    if (!job) {
      thread.unref();
      this.#timer = setTimeout(() => this.#end(), IDLE_TIMEOUT_MS);
      this.#timer.unref();
      return;
    }
    this.#job = job;
    this.#jobId += 1;
    thread.ref();
    this.#timer = setTimeout(() => this.#giveUp(), TASK_TIMEOUT_MS);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A thread, not a window: it has no origin.
    thread.postMessage({ id: this.#jobId, task: job.task });
  }

  #start() {
    const thread = new Worker(
      /* turbopackIgnore: true */ join(process.cwd(), 'lib/posts/rendering', 'body-worker.ts'),
      {
        execArgv: typescriptFlags,
        env: { NODE_ENV: process.env.NODE_ENV },
        resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
      },
    );
    thread.on('message', ({ id, ...answer }: BodyResult & { id: number }) => {
      if (thread === this.#thread && id === this.#jobId) this.#settle(answer);
    });
    thread.on('error', (error) => {
      log.error({ event: 'body_worker_failed', error }, 'the thread that prepares texts failed');
      if (thread === this.#thread) this.#onWorkerLost('This text could not be prepared. Please try again.');
    });
    return thread;
  }

  #settle(answer: BodyResult) {
    const job = this.#job;
    this.#job = null;
    if (answer.kind === 'done') job?.resolve(answer.result as never);
    else if (answer.kind === 'refused') {
      job?.reject(new AppError(answer.code, answer.message, { fields: answer.fields }));
    } else job?.reject(new Error(answer.message));
    this.#next();
  }

  #giveUp() {
    log.error({ event: 'body_timed_out', length: this.#job?.task.html.length }, 'preparing a text timed out');
    const sentence = 'This text takes too long to prepare. Please split it into two posts.';
    this.#onWorkerLost(sentence, { bodyHtml: sentence });
  }

  #onWorkerLost(sentence: string, fields = {}) {
    const job = this.#job;
    this.#job = null;
    this.#end();
    job?.reject(new AppError('unavailable', sentence, { fields }));
    if (this.#queue.length > 0) this.#next();
  }

  #end() {
    void this.#thread?.terminate();
    this.#thread = null;
    clearTimeout(this.#timer);
  }
}

// Next bundles this module several times; the thread is one per process.
const store = globalThis as { mastheadBodyWorkerPool?: BodyWorkerPool };

function bodyWorkerPool() {
  return (store.mastheadBodyWorkerPool ??= new BodyWorkerPool());
}
