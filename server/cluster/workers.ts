import cluster, { type Worker } from 'node:cluster';
import { caches } from '@/lib/caching/process-caches';
import { EVERYTHING } from '@/lib/caching/tag-clock';
import { log } from '@/lib/log';
import { includeFigures } from '@/server/metrics/aggregation';
import { Heartbeat } from '@/server/lifecycle/heartbeat';
import { Restarts } from '@/server/lifecycle/restart-delay';
import { DRAIN_FOR } from '@/server/lifecycle/serving';
import type { Message } from './worker-bus';

/** A worker that has not said within this time that it dropped what is stale would serve it: it is replaced (ms). */
const ANSWER_WITHIN = 5_000;
/** So many deaths before the site was ever up are no accident. */
const HOPELESS = 5;

type Wave = { outstanding: Set<Worker>; done: () => void; deadline: NodeJS.Timeout };
type Announce = (tags: readonly string[]) => Promise<void>;

/**
 * The primary's side: keeps a number of workers alive, and passes on what one of them made stale. Whoever announced it
 * hears back only when every worker has dropped it, and every other instance too.
 */
export class Workers {
  readonly #count: number;
  readonly #env: Record<string, string>;
  readonly #welcomed = new Set<Worker>();
  readonly #startedAt = new Map<Worker, number>();
  readonly #heartbeats = new Map<Worker, Heartbeat>();
  readonly #waves = new Map<number, Wave>();
  readonly #restarts = new Restarts();
  #nextWave = 1;
  #isUp = false;
  #isStopping = false;
  #lease: bigint | null = null;
  #announce: Announce = async () => {};
  #whenAllReady = () => {};
  #whenHopeless: (error: Error) => void = () => {};

  constructor(count: number, env: Record<string, string>) {
    this.#count = count;
    this.#env = env;
  }

  /** From now on other instances hear of what goes stale here. */
  announceThrough(announce: Announce) {
    this.#announce = announce;
  }

  /** Starts them; resolves when all serve. */
  async start() {
    cluster.on('message', (worker, message: Message) => this.#hear(worker, message));
    cluster.on('exit', (worker, code, signal) => this.#replace(worker, code, signal));
    caches.invalidate = (tags) => this.#tellEverybody(tags, null);
    const ready = new Promise<void>((resolve, reject) => {
      this.#whenAllReady = resolve;
      this.#whenHopeless = reject;
    });
    for (let i = 0; i < this.#count; i += 1) this.#fork();
    await ready;
    this.#isUp = true;
  }

  /** Drops in every worker what is stale; resolves when all have. */
  drop(tags: readonly string[]) {
    return this.#spread(tags, null);
  }

  /** Lets every worker answer from what it remembers until then. */
  grant(until: bigint) {
    this.#lease = until;
    for (const worker of this.#welcomed) tell(worker, { kind: 'lease', until: String(until) });
  }

  /** Lets every worker finish what it has begun, then ends it. */
  async stop() {
    this.#isStopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    await Promise.all(workers.map(endWorker));
  }

  #hear(worker: Worker, message: Message) {
    this.#heartbeats.get(worker)?.hear(message);
    if (message.kind === 'ready') {
      this.#welcomed.add(worker);
      const lease = this.#lease === null ? null : String(this.#lease);
      tell(worker, { kind: 'welcome', lease, clock: caches.clock.now });
    }
    if (message.kind === 'listening' && this.#welcomed.size >= this.#count) this.#whenAllReady();
    if (message.kind === 'applied') this.#settle(message.id, worker);
    if (message.kind !== 'stale') return;
    this.#tellEverybody(message.tags, worker).then(
      () => tell(worker, { kind: 'heard-by-all', id: message.id }),
      () => tell(worker, { kind: 'not-heard', id: message.id }),
    );
  }

  async #tellEverybody(tags: readonly string[], from: Worker | null) {
    await Promise.all([this.#spread(tags, from), this.#announce(tags)]);
  }

  #spread(tags: readonly string[], from: Worker | null) {
    caches.clock.invalidate(tags);
    const clock = caches.clock.now;
    const outstanding = new Set([...this.#welcomed].filter((worker) => worker !== from && worker.isConnected()));
    if (outstanding.size === 0) return Promise.resolve();
    const id = this.#nextWave++;
    return new Promise<void>((done) => {
      const deadline = setTimeout(() => this.#giveUpOn(id), ANSWER_WITHIN);
      this.#waves.set(id, { outstanding, done, deadline });
      for (const worker of outstanding) tell(worker, { kind: 'stale', id, tags, clock });
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
    for (const worker of this.#waves.get(id)?.outstanding ?? []) endSilent(worker);
  }

  #fork() {
    const worker = cluster.fork(this.#env);
    includeFigures(worker.process);
    const heartbeat = new Heartbeat(() => endSilent(worker));
    if (this.#isUp) heartbeat.expectStart();
    this.#heartbeats.set(worker, heartbeat);
    this.#startedAt.set(worker, performance.now());
  }

  #replace(worker: Worker, code: number, signal: string) {
    const livedFor = performance.now() - (this.#startedAt.get(worker) ?? 0);
    this.#startedAt.delete(worker);
    this.#heartbeats.get(worker)?.stop();
    this.#heartbeats.delete(worker);
    this.#welcomed.delete(worker);
    for (const id of this.#waves.keys()) this.#settle(id, worker);
    if (this.#isStopping) return;
    log.error({ event: 'worker_died', worker: worker.id, code, signal }, 'a worker died and is replaced');
    // It may have committed a change and died before it could say so.
    this.#tellEverybody([EVERYTHING], null).catch(() => {});
    const wait = this.#restarts.waitAfter(livedFor);
    if (!this.#isUp && this.#restarts.inARow >= HOPELESS) {
      this.#whenHopeless(new Error('the processes that answer requests end as soon as they are started'));
      return;
    }
    setTimeout(() => {
      if (!this.#isStopping) this.#fork();
    }, wait);
  }
}

function endSilent(worker: Worker) {
  log.error({ event: 'worker_silent', worker: worker.id }, 'a worker does not answer and is replaced');
  worker.process.kill('SIGKILL');
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
