// Worker thread of body-worker-pool.ts, terminated on timeout. Reads no database and no secret.
import { parentPort } from 'node:worker_threads';
import { AppError } from '@/lib/platform/errors';
import { performBodyTask, type BodyResult, type BodyTask } from './body-tasks';

parentPort?.on('message', ({ id, task }: { id: number; task: BodyTask }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A thread, not a window: it has no origin.
  parentPort?.postMessage({ id, ...answer(task) } satisfies BodyResult & { id: number });
});

function answer(task: BodyTask): BodyResult {
  try {
    return { kind: 'done', result: performBodyTask(task) };
  } catch (error) {
    if (!(error instanceof AppError)) return { kind: 'failed', message: String(error) };
    return { kind: 'refused', code: error.code, message: error.message, fields: error.fields };
  }
}
