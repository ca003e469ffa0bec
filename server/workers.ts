import cluster, { type Worker } from 'node:cluster';
import { caches } from '@/lib/caching/process-caches';
import { log } from '@/lib/log';
import { DRAIN_FOR } from './serving';
import type { Message } from './worker-link';

/** A worker that has not said within this time that it dropped what is stale would serve it: it is replaced (ms). */
const ANSWER_WITHIN = 5_000;
/** A worker that dies at once would be restarted as fast as the machine can: wait a little each time (ms). */
const RESTART_AFTER = 500;

type Wave = { outstanding: Set<Worker>; done: () => void; deadline: NodeJS.Timeout };

/**
 * The primary's side: keeps a number of workers alive, and passes on what one of them made stale. Whoever announced it
 * hears back only when every worker has dropped it.
 */
export class Workers {
  readonly #count: number;
  readonly #env: Record<string, string>;
  readonly #welcomed = new Set<Worker>();
  readonly #waves = new Map<number, Wave>();
  #nextWave = 1;
  #isStopping = false;
  #whenAllReady = () => {};

  constructor(count: number, env: Record<string, string>) {
    this.#count = count;
    this.#env = env;
  }

  /** Starts them; resolves when all serve. */
  async start() {
    cluster.on('message', (worker, message: Message) => this.#hear(worker, message));
    cluster.on('exit', (worker, code, signal) => this.#replace(worker, code, signal));
    caches.invalidate = (tags) => this.#spread(tags, null);
    const ready = new Promise<void>((resolve) => (this.#whenAllReady = resolve));
    for (let i = 0; i < this.#count; i += 1) cluster.fork(this.#env);
    await ready;
  }

  /** Lets every worker finish what it has begun, then ends it. */
  async stop() {
    this.#isStopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    await Promise.all(workers.map(endWorker));
  }

  #hear(worker: Worker, message: Message) {
    if (message.kind === 'ready') {
      this.#welcomed.add(worker);
      tell(worker, { kind: 'welcome' });
    }
    if (message.kind === 'listening' && this.#welcomed.size >= this.#count) this.#whenAllReady();
    if (message.kind === 'stale') {
      void this.#spread(message.tags, worker).then(() => tell(worker, { kind: 'applied-by-all', id: message.id }));
    }
    if (message.kind === 'applied') this.#settle(message.id, worker);
  }

  #spread(tags: readonly string[], from: Worker | null) {
    caches.clock.invalidate(tags);
    const outstanding = new Set([...this.#welcomed].filter((worker) => worker !== from && worker.isConnected()));
    if (outstanding.size === 0) return Promise.resolve();
    const id = this.#nextWave++;
    return new Promise<void>((done) => {
      const deadline = setTimeout(() => this.#giveUpOn(id), ANSWER_WITHIN);
      this.#waves.set(id, { outstanding, done, deadline });
      for (const worker of outstanding) tell(worker, { kind: 'stale', id, tags });
    });
  }

  #settle(id: number, worker: Worker) {
    const wave = this.#waves.get(id);
    if (!wave) return;
    wave.outstanding.delete(worker);
    if (wave.outstanding.size > 0) return;
    clearTimeout(wave.deadline);
    this.#waves.delete(id);
    wave.done();
  }

  #giveUpOn(id: number) {
    for (const worker of this.#waves.get(id)?.outstanding ?? []) {
      log.error({ event: 'worker_silent', worker: worker.id }, 'a worker does not answer and is replaced');
      worker.process.kill('SIGKILL');
    }
  }

  #replace(worker: Worker, code: number, signal: string) {
    this.#welcomed.delete(worker);
    for (const id of this.#waves.keys()) this.#settle(id, worker);
    if (this.#isStopping) return;
    log.error({ event: 'worker_died', worker: worker.id, code, signal }, 'a worker died and is replaced');
    setTimeout(() => {
      if (!this.#isStopping) cluster.fork(this.#env);
    }, RESTART_AFTER);
  }
}

function endWorker(worker: Worker) {
  return new Promise<void>((resolve) => {
    const deadline = setTimeout(() => worker.process.kill('SIGKILL'), DRAIN_FOR + 1_000);
    worker.once('exit', () => {
      clearTimeout(deadline);
      resolve();
    });
    worker.process.kill('SIGTERM');
  });
}

function tell(worker: Worker, message: Message) {
  if (worker.isConnected()) worker.send(message);
}
