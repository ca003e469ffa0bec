import { fork, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { dirname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { caches } from '@/lib/caching/process-caches';
import { ALL_TAGS } from '@/lib/caching/tag-clock';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import { requestId } from '@/lib/platform/request-id';
import type { Message } from '@/server/cluster/messages';
import { Heartbeat } from '@/server/lifecycle/heartbeat';
import { readProcessTime } from '@/server/lifecycle/process-time';
import { RestartDelay } from '@/server/lifecycle/restart-delay';
import { collectMetricsOf } from '@/server/metrics/aggregation';
import type { Application } from './application';
import { anonymousRequest } from './buffered-response';
import {
  CLOCK_HEADER,
  DatabaseUnavailable,
  FAILED_HEADER,
  MODE_HEADER,
  REQUEST_ID_HEADER,
  unpack,
  type Mode,
} from './renderer-protocol';

const STOP_WORK_TIMEOUT_MS = 9_500;
const MIN_EXIT_TIMEOUT_MS = 500;
/** What V8 saves memory or time by, as `MEMORY` asks (docs/performance.md). */
const memoryFlags = {
  small: ['--optimize-for-size', '--max-semi-space-size=16'],
  roomy: ['--min-semi-space-size=16'],
};
const hopByHop = /^(connection|keep-alive|proxy-connection|upgrade|expect|te|trailer)$/;

/** No request was sent, so retrying is safe. */
export class RendererUnavailable extends Error {}

/** It is unknown whether the write was committed. */
export class RendererLost extends Error {}

/** Already logged by the renderer. */
export class RenderingFailed extends Error {}

export class RendererStartFailed extends Error {
  readonly hasReportedReason: boolean;

  constructor(code: number | null, signal: string | null) {
    super(`the renderer process ended as soon as it was started (${code ?? signal})`);
    this.hasReportedReason = signal === null;
  }
}

/** The child process that renders. No request overtakes an invalidation. */
export class Renderer implements Application {
  readonly #script: string;
  readonly #args: string[];
  readonly #agent = new Agent({ keepAlive: true });
  readonly #restartDelay = new RestartDelay();
  #child: ChildProcess | null = null;
  #nextAddress: string | null = null;
  #address: string | null = null;
  #mayJoin = false;
  #hasBegun = false;
  #isEnding = false;
  #stoppedWorkAt = Infinity;
  #lastId = 0;
  #heartbeat: Heartbeat | null = null;
  readonly #ready = Promise.withResolvers<string[]>();
  readonly #listening = Promise.withResolvers<void>();

  constructor(script: string, args: string[] = []) {
    this.#script = script;
    this.#args = args;
    // Handled where they are awaited.
    for (const { promise } of [this.#ready, this.#listening]) promise.catch(() => {});
    caches.clock.onInvalidate((tags) => this.#sendInvalidation(tags));
    caches.lease.onExtend((until) => this.#send({ kind: 'lease', until: String(until) }));
    this.#launch();
  }

  get ready() {
    return this.#ready.promise;
  }

  async begin() {
    await this.#ready.promise;
    this.#mayJoin = true;
    this.#sendJoined();
    await this.#listening.promise;
    this.#hasBegun = true;
  }

  async render(request: IncomingMessage, { isDocument = false } = {}) {
    const answer = await this.#forwardRequest(request, isDocument ? 'document' : 'whole');
    return unpack(await buffer(answer));
  }

  async isReady() {
    const { statusCode } = (await this.#forwardRequest(anonymousRequest('/readyz'), 'readiness')).resume();
    return statusCode === 200;
  }

  async answer(request: IncomingMessage, response: ServerResponse) {
    const answer = await this.#forwardRequest(request, 'personal', response).catch((error: unknown) => {
      if (response.destroyed) return null;
      throw error;
    });
    if (!answer) return;
    for (const name of response.getHeaderNames()) if (name !== 'x-request-id') response.removeHeader(name);
    response.statusCode = answer.statusCode ?? 500;
    for (const [name, values = []] of Object.entries(answer.headersDistinct)) {
      if (!hopByHop.test(name) && name !== 'transfer-encoding')
        response.setHeader(name, values.length > 1 ? values : (values[0] ?? ''));
    }
    await pipeline(answer, response).catch(() => {});
  }

  stopWork() {
    this.#stoppedWorkAt = performance.now();
    this.#child?.kill('SIGTERM');
  }

  async end() {
    this.#isEnding = true;
    const child = this.#child;
    this.#agent.destroy();
    this.#heartbeat?.stop();
    if (!child) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const left = this.#stoppedWorkAt + STOP_WORK_TIMEOUT_MS - performance.now();
    const deadline = setTimeout(
      () => child.kill('SIGKILL'),
      Math.max(MIN_EXIT_TIMEOUT_MS, Math.min(left, STOP_WORK_TIMEOUT_MS)),
    );
    if (child.connected) child.disconnect();
    await ended;
    clearTimeout(deadline);
  }

  #forwardRequest(request: IncomingMessage, mode: Mode, response?: ServerResponse) {
    const socketPath = this.#hasBegun ? this.#address : null;
    if (!socketPath) throw new RendererUnavailable('The renderer is being started.');
    const { method = 'GET', url: path = '/' } = request;
    const isReading = method === 'GET' || method === 'HEAD';
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(
        ([name]) => !hopByHop.test(name) && !(isReading && /^(content-length|transfer-encoding)$/.test(name)),
      ),
    );
    headers[MODE_HEADER] = mode;
    headers[CLOCK_HEADER] = String(caches.clock.now);
    headers[REQUEST_ID_HEADER] = requestId.getStore() ?? '';
    return new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = httpRequest({ socketPath, agent: this.#agent, method, path, headers, setHost: false });
      const leave = () => outgoing.destroy();
      response?.once('close', leave);
      outgoing.once('response', (answer) => {
        if (!(FAILED_HEADER in answer.headers)) return resolve(answer);
        answer.resume();
        const isDatabase = answer.headers[FAILED_HEADER] === 'database';
        reject(new (isDatabase ? DatabaseUnavailable : RenderingFailed)('The renderer could not answer.'));
      });
      outgoing.once('error', (error: NodeJS.ErrnoException) => {
        request.unpipe(outgoing).resume();
        const wasNotStarted = isReading || error.code === 'ECONNREFUSED' || error.code === 'ENOENT';
        const Failure = wasNotStarted ? RendererUnavailable : RendererLost;
        reject(new Failure('The renderer is no longer available.', { cause: error }));
      });
      if (isReading) outgoing.end();
      else request.once('error', leave).pipe(outgoing);
    });
  }

  #launch() {
    const child = fork(this.#script, [...this.#args, ...(this.#hasBegun ? [] : ['--first'])], {
      execArgv: [...process.execArgv, ...memoryFlags[env().memory]],
    });
    const began = performance.now();
    this.#child = child;
    this.#heartbeat = new Heartbeat(
      () => {
        log.error({ event: 'renderer_unresponsive' }, 'the renderer does not respond and is replaced');
        child.kill('SIGKILL');
      },
      () => readProcessTime(child.pid),
    );
    if (this.#hasBegun) this.#heartbeat.expectStart();
    collectMetricsOf(child);
    child.on('message', (message: Message) => this.#onMessage(message));
    child.on('error', (error) => log.error({ event: 'renderer_not_started', error }, 'the renderer cannot be started'));
    child.once('exit', (code, signal) => this.#onExit(performance.now() - began, code, signal));
  }

  #onMessage(message: Message) {
    this.#heartbeat?.receive(message);
    if (message.kind === 'ready') {
      this.#nextAddress = message.address;
      this.#ready.resolve(message.lines);
      if (this.#mayJoin) this.#sendJoined();
    }
    if (message.kind === 'listening') {
      this.#address = this.#nextAddress;
      this.#listening.resolve();
    }
    if (message.kind === 'expired') caches.clock.invalidate(message.tags);
    if (message.kind !== 'invalidate') return;
    caches.invalidate(message.tags).then(
      () => this.#send({ kind: 'invalidated', id: message.id }),
      () => this.#send({ kind: 'failed', id: message.id }),
    );
  }

  #sendJoined() {
    const { until } = caches.lease;
    this.#send({ kind: 'joined', lease: until === null ? null : String(until), clock: caches.clock.now });
  }

  #sendInvalidation(tags: readonly string[]) {
    if (!this.#nextAddress || !this.#mayJoin) return;
    this.#send({ kind: 'invalidate', id: ++this.#lastId, tags, clock: caches.clock.now });
  }

  #send(message: Message) {
    if (this.#child?.connected) this.#child.send(message, () => {});
  }

  #onExit(uptimeMs: number, code: number | null, signal: string | null) {
    this.#child = null;
    if (this.#nextAddress) rmSync(dirname(this.#nextAddress), { recursive: true, force: true });
    this.#nextAddress = null;
    this.#address = null;
    this.#heartbeat?.stop();
    if (this.#isEnding) return;
    if (!this.#hasBegun) {
      for (const { reject } of [this.#ready, this.#listening]) reject(new RendererStartFailed(code, signal));
      return;
    }
    log.error({ event: 'renderer_crashed', code, signal }, 'the renderer crashed and is replaced');
    // It may have committed an unannounced change.
    caches.invalidate([ALL_TAGS]).catch(() => {});
    setTimeout(() => {
      if (!this.#isEnding) this.#launch();
    }, this.#restartDelay.after(uptimeMs));
  }
}
