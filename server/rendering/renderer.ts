import { fork, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { dirname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { caches } from '@/lib/caching/process-caches';
import { EVERYTHING } from '@/lib/caching/tag-clock';
import { log } from '@/lib/log';
import { requestId } from '@/lib/request-id';
import type { Application } from './application';
import { includeFigures } from '@/server/metrics/aggregation';
import { Heartbeat } from '@/server/lifecycle/heartbeat';
import {
  CLOCK_HEADER,
  DatabaseAway,
  FAILED_HEADER,
  MANNER_HEADER,
  REQUEST_ID_HEADER,
  unpack,
  type Manner,
} from './renderer-protocol';
import { readersRequest } from './buffered-response';
import { Restarts } from '@/server/lifecycle/restart-delay';
import type { Message } from '@/server/cluster/worker-bus';

/** How long it may take to end what it does beside the requests, and, however late that is asked, to end itself (ms). */
const REST_WITHIN = 9_500;
const END_WITHIN = 500;
/** It takes a fifth less memory so, and is a tenth slower (docs/performance.md). */
const compact = ['--optimize-for-size', '--max-semi-space-size=16'];
/** Of one connection alone, on either side. */
const ofConnection = /^(connection|keep-alive|proxy-connection|upgrade|expect|te|trailer)$/;

/** There is no renderer just now; nothing was begun that matters. */
export class RendererAway extends Error {}

/** There was one, and it has gone with what somebody had sent: nobody knows whether that was kept. */
export class RendererLost extends Error {}

/** What went wrong stands in the log already. */
export class RenderingFailed extends Error {}

/** It ended as soon as it was started. Unless a signal ended it, it has told the operator why. */
export class RendererHopeless extends Error {
  readonly hasSaidWhy: boolean;

  constructor(code: number | null, signal: string | null) {
    super(`the process that makes the pages ended as soon as it was started (${code ?? signal})`);
    this.hasSaidWhy = signal === null;
  }
}

/**
 * A process of its own that makes pages and answers forms, so that who asks for a kept page does not wait for a rendering
 * (docs/decisions/018-renderer-process.md). Whatever goes stale here is told to it, in order: no request overtakes that.
 */
export class Renderer implements Application {
  readonly #script: string;
  readonly #args: string[];
  readonly #agent = new Agent({ keepAlive: true });
  readonly #restarts = new Restarts();
  #child: ChildProcess | null = null;
  #offered: string | null = null;
  #at: string | null = null;
  #isWelcome = false;
  #hasBegun = false;
  #isEnding = false;
  #restingSince = Infinity;
  #lastSaid = 0;
  #heartbeat: Heartbeat | null = null;
  readonly #ready = Promise.withResolvers<string[]>();
  readonly #answers = Promise.withResolvers<void>();

  /** Starts it. Its script is told which process of them is the first one. */
  constructor(script: string, args: string[] = []) {
    this.#script = script;
    this.#args = args;
    // Each is asked for in its time, if it comes to that.
    for (const { promise } of [this.#ready, this.#answers]) promise.catch(() => {});
    caches.clock.onInvalidate((tags) => this.#sayStale(tags));
    caches.lease.onExtend((until) => this.#tell({ kind: 'lease', until: String(until) }));
    this.#launch();
  }

  /** Resolves when it has loaded what it needs and done what had to be done first, with what the operator is told of that. */
  get ready() {
    return this.#ready.promise;
  }

  /** Lets it work; resolves when it answers. */
  async begin() {
    await this.#ready.promise;
    this.#isWelcome = true;
    this.#welcome();
    await this.#answers.promise;
    this.#hasBegun = true;
  }

  async render(request: IncomingMessage, { isDocument = false } = {}) {
    const answer = await this.#ask(request, isDocument ? 'document' : 'whole');
    return unpack(await buffer(answer));
  }

  async isReady() {
    const { statusCode } = (await this.#ask(readersRequest('/readyz'), 'readiness')).resume();
    return statusCode === 200;
  }

  async answer(request: IncomingMessage, response: ServerResponse) {
    const answer = await this.#ask(request, 'person', response).catch((error: unknown) => {
      if (response.destroyed) return null;
      throw error;
    });
    if (!answer) return;
    for (const name of response.getHeaderNames()) if (name !== 'x-request-id') response.removeHeader(name);
    response.statusCode = answer.statusCode ?? 500;
    for (const [name, values = []] of Object.entries(answer.headersDistinct)) {
      if (!ofConnection.test(name) && name !== 'transfer-encoding')
        response.setHeader(name, values.length > 1 ? values : (values[0] ?? ''));
    }
    // Whichever side goes away first, the other one is told; there is nobody left to tell more.
    await pipeline(answer, response).catch(() => {});
  }

  /** Lets it end what it does beside the requests, which are answered as before. */
  rest() {
    this.#restingSince = performance.now();
    this.#child?.kill('SIGTERM');
  }

  async end() {
    this.#isEnding = true;
    const child = this.#child;
    this.#agent.destroy();
    this.#heartbeat?.stop();
    if (!child) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const left = this.#restingSince + REST_WITHIN - performance.now();
    const deadline = setTimeout(() => child.kill('SIGKILL'), Math.max(END_WITHIN, Math.min(left, REST_WITHIN)));
    if (child.connected) child.disconnect();
    await ended;
    clearTimeout(deadline);
  }

  #ask(request: IncomingMessage, manner: Manner, response?: ServerResponse) {
    const socketPath = this.#hasBegun ? this.#at : null;
    if (!socketPath) throw new RendererAway('The renderer is being started.');
    const { method = 'GET', url: path = '/' } = request;
    const isReading = method === 'GET' || method === 'HEAD';
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(
        ([name]) => !ofConnection.test(name) && !(isReading && /^(content-length|transfer-encoding)$/.test(name)),
      ),
    );
    headers[MANNER_HEADER] = manner;
    headers[CLOCK_HEADER] = String(caches.clock.now);
    headers[REQUEST_ID_HEADER] = requestId.getStore() ?? '';
    return new Promise<IncomingMessage>((resolve, reject) => {
      const asking = httpRequest({ socketPath, agent: this.#agent, method, path, headers, setHost: false });
      const leave = () => asking.destroy();
      response?.once('close', leave);
      asking.once('response', (answer) => {
        if (!(FAILED_HEADER in answer.headers)) return resolve(answer);
        answer.resume();
        const isAway = answer.headers[FAILED_HEADER] === 'away';
        reject(new (isAway ? DatabaseAway : RenderingFailed)('The renderer could not answer.'));
      });
      asking.once('error', (error: NodeJS.ErrnoException) => {
        request.unpipe(asking).resume();
        // Who only reads may come again, whatever became of it.
        const nothingBegan = isReading || error.code === 'ECONNREFUSED' || error.code === 'ENOENT';
        const Gone = nothingBegan ? RendererAway : RendererLost;
        reject(new Gone('The renderer has gone.', { cause: error }));
      });
      if (isReading) asking.end();
      else request.once('error', leave).pipe(asking);
    });
  }

  #launch() {
    const child = fork(this.#script, [...this.#args, ...(this.#hasBegun ? [] : ['--first'])], {
      execArgv: [...process.execArgv, ...compact],
    });
    const began = performance.now();
    this.#child = child;
    this.#heartbeat = new Heartbeat(() => {
      log.error({ event: 'renderer_silent' }, 'the renderer does not answer and is replaced');
      child.kill('SIGKILL');
    });
    if (this.#hasBegun) this.#heartbeat.expectStart();
    includeFigures(child);
    child.on('message', (message: Message) => this.#hear(message));
    child.on('error', (error) => log.error({ event: 'renderer_not_started', error }, 'the renderer cannot be started'));
    child.once('exit', (code, signal) => this.#lose(performance.now() - began, code, signal));
  }

  #hear(message: Message) {
    this.#heartbeat?.hear(message);
    if (message.kind === 'ready') {
      this.#offered = message.at;
      this.#ready.resolve(message.lines);
      if (this.#isWelcome) this.#welcome();
    }
    if (message.kind === 'listening') {
      this.#at = this.#offered;
      this.#answers.resolve();
    }
    if (message.kind === 'noticed') caches.clock.invalidate(message.tags);
    if (message.kind !== 'stale') return;
    caches.invalidate(message.tags).then(
      () => this.#tell({ kind: 'heard-by-all', id: message.id }),
      () => this.#tell({ kind: 'not-heard', id: message.id }),
    );
  }

  #welcome() {
    const { until } = caches.lease;
    this.#tell({ kind: 'welcome', lease: until === null ? null : String(until), clock: caches.clock.now });
  }

  #sayStale(tags: readonly string[]) {
    if (!this.#offered || !this.#isWelcome) return;
    this.#tell({ kind: 'stale', id: ++this.#lastSaid, tags, clock: caches.clock.now });
  }

  #tell(message: Message) {
    // A channel that closes meanwhile is heard of by "exit".
    if (this.#child?.connected) this.#child.send(message, () => {});
  }

  #lose(livedFor: number, code: number | null, signal: string | null) {
    this.#child = null;
    if (this.#offered) rmSync(dirname(this.#offered), { recursive: true, force: true });
    this.#offered = null;
    this.#at = null;
    this.#heartbeat?.stop();
    if (this.#isEnding) return;
    if (!this.#hasBegun) {
      for (const { reject } of [this.#ready, this.#answers]) reject(new RendererHopeless(code, signal));
      return;
    }
    log.error({ event: 'renderer_died', code, signal }, 'the renderer died and is replaced');
    // It may have committed a change and died before it could say so.
    caches.invalidate([EVERYTHING]).catch(() => {});
    setTimeout(() => {
      if (!this.#isEnding) this.#launch();
    }, this.#restarts.waitAfter(livedFor));
  }
}
