import cluster, { type Worker } from 'node:cluster';
import { caches } from '@/lib/caching/process-caches';
import { ALL_TAGS } from '@/lib/caching/tag-clock';
import { log } from '@/lib/platform/log';
import { Heartbeat } from '@/server/lifecycle/heartbeat';
import { readProcessTime } from '@/server/lifecycle/process-time';
import { RestartDelay } from '@/server/lifecycle/restart-delay';
import { DRAIN_TIMEOUT_MS } from '@/server/lifecycle/serving';
import { collectMetricsOf } from '@/server/metrics/aggregation';
import { Broadcast } from './broadcast';
import type { Message } from './messages';

/** A worker that has not acknowledged by then would serve stale pages, and is replaced. */
const ACK_TIMEOUT_MS = 5_000;
const MAX_FAILED_STARTS = 5;

type Invalidate = (origin: Worker | null, tags: readonly string[]) => Promise<void>;

export class Workers {
  readonly #count: number;
  readonly #env: Record<string, string>;
  readonly #joined = new Set<Worker>();
  readonly #startedAt = new Map<Worker, number>();
  readonly #heartbeats = new Map<Worker, Heartbeat>();
  readonly #invalidations = new Broadcast<Worker>({
    timeoutMs: ACK_TIMEOUT_MS,
    onLate: (worker, startedAt) => this.#onLate(worker, startedAt),
  });
  readonly #restartDelay = new RestartDelay();
  readonly #started = Promise.withResolvers<void>();
  #isUp = false;
  #isStopping = false;
  #lease: bigint | null = null;
  #invalidate: Invalidate = (origin, tags) => this.drop(tags, origin);

  constructor(count: number, env: Record<string, string>) {
    this.#count = count;
    this.#env = env;
  }

  /** Resolves when all serve. `invalidate` spreads what went stale in one of them, or in all. */
  async start(invalidate: Invalidate) {
    this.#invalidate = invalidate;
    cluster.on('message', (worker, message: Message) => this.#onMessage(worker, message));
    cluster.on('exit', (worker, code, signal) => this.#onExit(worker, code, signal));
    for (let i = 0; i < this.#count; i += 1) this.#fork();
    await this.#started.promise;
    this.#isUp = true;
  }

  async drop(tags: readonly string[], except: Worker | null = null) {
    caches.clock.invalidate(tags);
    const clock = caches.clock.now;
    const others = [...this.#joined].filter((worker) => worker !== except && worker.isConnected());
    await this.#invalidations.send(others, (worker, id) => send(worker, { kind: 'invalidate', id, tags, clock }));
  }

  grant(until: bigint) {
    this.#lease = until;
    for (const worker of this.#joined) send(worker, { kind: 'lease', until: String(until) });
  }

  async stop() {
    this.#isStopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    await Promise.all(workers.map(endWorker));
  }

  #onMessage(worker: Worker, message: Message) {
    this.#heartbeats.get(worker)?.receive(message);
    if (message.kind === 'ready') {
      this.#joined.add(worker);
      const lease = this.#lease === null ? null : String(this.#lease);
      send(worker, { kind: 'joined', lease, clock: caches.clock.now });
    }
    if (message.kind === 'listening' && this.#joined.size >= this.#count) this.#started.resolve();
    if (message.kind === 'acknowledged') this.#invalidations.acknowledge(message.id, worker);
    if (message.kind !== 'invalidate') return;
    this.#invalidate(worker, message.tags).then(
      () => send(worker, { kind: 'invalidated', id: message.id }),
      () => send(worker, { kind: 'failed', id: message.id }),
    );
  }

  // A worker short of processor time is left to its heartbeat. Either way the wait ends with an answer or the exit.
  #onLate(worker: Worker, startedAt: number) {
    if (!this.#heartbeats.get(worker)?.isSlow(startedAt)) killUnresponsive(worker);
    return true;
  }

  #fork() {
    const worker = cluster.fork(this.#env);
    collectMetricsOf(worker.process);
    const heartbeat = new Heartbeat(
      () => killUnresponsive(worker),
      () => readProcessTime(worker.process.pid),
    );
    if (this.#isUp) heartbeat.expectStart();
    this.#heartbeats.set(worker, heartbeat);
    this.#startedAt.set(worker, performance.now());
  }

  #onExit(worker: Worker, code: number, signal: string) {
    const uptimeMs = performance.now() - (this.#startedAt.get(worker) ?? 0);
    this.#startedAt.delete(worker);
    this.#heartbeats.get(worker)?.stop();
    this.#heartbeats.delete(worker);
    this.#joined.delete(worker);
    this.#invalidations.leave(worker);
    if (this.#isStopping) return;
    log.error({ event: 'worker_crashed', worker: worker.id, code, signal }, 'a worker crashed and is replaced');
    // It may have committed a change and died before it could say so.
    this.#invalidate(null, [ALL_TAGS]).catch(() => {});
    const delay = this.#restartDelay.after(uptimeMs);
    if (!this.#isUp && this.#restartDelay.failures >= MAX_FAILED_STARTS) {
      this.#started.reject(new Error('the processes that answer requests end as soon as they are started'));
      return;
    }
    setTimeout(() => {
      if (!this.#isStopping) this.#fork();
    }, delay);
  }
}

function killUnresponsive(worker: Worker) {
  log.error({ event: 'worker_unresponsive', worker: worker.id }, 'a worker does not respond and is replaced');
  worker.process.kill('SIGKILL');
}

function endWorker(worker: Worker) {
  return new Promise<void>((resolve) => {
    const deadline = setTimeout(() => worker.process.kill('SIGKILL'), DRAIN_TIMEOUT_MS + 1_000);
    worker.once('exit', () => {
      clearTimeout(deadline);
      resolve();
    });
    worker.process.kill('SIGTERM');
  });
}

function send(worker: Worker, message: Message) {
  if (worker.isConnected()) worker.send(message);
}
