import type { ServerResponse } from 'node:http';
import { cacheTags, postOfThread } from '@/lib/caching/cache-tags';
import { caches } from '@/lib/caching/process-caches';
import { ALL_TAGS } from '@/lib/caching/tag-clock';
import { newSince, type ThreadCursor, type ThreadState } from '@/lib/comments/thread-state';
import { log } from '@/lib/platform/log';

export type StreamLimits = {
  /** In all, in each process. */
  streams: number;
  /** For each address; those of this machine may be a proxy that stands for many. */
  perClient: number;
  heartbeatMs: number;
  /** Comments that come in this time are told together. */
  gatherMs: number;
  /** What may wait to be sent to one reader. */
  backlogBytes: number;
};

export const streamLimits: StreamLimits = {
  streams: 4_000,
  perClient: 32,
  heartbeatMs: 25_000,
  gatherMs: 250,
  backlogBytes: 4 * 1024,
};

/** `client`: for whom it is read; null for all who follow. */
type ReadState = (postId: string, client: string | null) => Promise<ThreadState | null>;
type Stream = { response: ServerResponse; postId: string; client: string | null; since: ThreadCursor; told: number };
export type Opened = 'open' | 'full' | 'too-many' | 'missing' | 'closing';

/** In a storm of comments the next one tells the number. */
const MAX_READS = 5;

let openStreams = 0;

/** In this process. */
export function countLiveStreams() {
  return openStreams;
}

/** Tells readers of threads how many comments are new. Knows of changes by the tags that make pages stale. */
export class LiveStreams {
  readonly #read: ReadState;
  readonly #limits: StreamLimits;
  readonly #byPost = new Map<string, Set<Stream>>();
  readonly #perClient = new Map<string, number>();
  readonly #changed = new Set<string>();
  readonly #stopListening: () => void;
  readonly #heartbeat: NodeJS.Timeout;
  #count = 0;
  #gathering: NodeJS.Timeout | undefined;
  #isClosing = false;

  constructor(read: ReadState, limits = streamLimits) {
    this.#read = read;
    this.#limits = limits;
    this.#stopListening = caches.clock.onInvalidate((tags) => this.#note(tags));
    this.#heartbeat = setInterval(() => this.#beat(), limits.heartbeatMs);
    this.#heartbeat.unref();
  }

  get followers() {
    return this.#count;
  }

  /** Begins a stream, or says why not: then nothing is written. */
  async open(response: ServerResponse, about: { postId: string; client: string | null; since: ThreadCursor }) {
    const refusal = this.#refusal(about.client);
    if (refusal) return refusal;
    const stream: Stream = { ...about, response, told: -1 };
    this.#add(stream);
    const state = await this.#readPresent(about).catch((error: unknown) => {
      this.#remove(stream);
      throw error;
    });
    if (!state) {
      this.#remove(stream);
      return 'missing';
    }
    response.once('close', () => this.#remove(stream));
    if (response.destroyed) this.#remove(stream);
    else this.#begin(stream, state);
    return 'open';
  }

  /** Ends all streams: browsers come again by themselves, to whoever serves by then. */
  close() {
    this.#isClosing = true;
    this.#stopListening();
    clearInterval(this.#heartbeat);
    clearTimeout(this.#gathering);
    for (const streams of this.#byPost.values()) for (const { response } of streams) response.end();
  }

  #refusal(client: string | null): Opened | null {
    if (this.#isClosing) return 'closing';
    if (this.#count >= this.#limits.streams) return 'full';
    const own = client === null ? 0 : (this.#perClient.get(client) ?? 0);
    return own >= this.#limits.perClient ? 'too-many' : null;
  }

  #begin(stream: Stream, state: ThreadState) {
    stream.response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // Nginx would hold it back.
      'X-Accel-Buffering': 'no',
    });
    stream.response.write(`retry: ${5_000 + Math.round(Math.random() * 5_000)}\n\n`);
    this.#tell(stream, state);
  }

  #tell(stream: Stream, state: ThreadState) {
    const count = newSince(state, stream.since);
    if (count === stream.told) return;
    stream.told = count;
    this.#write(stream, `data: ${count}\n\n`);
  }

  #write({ response }: Stream, text: string) {
    if (response.headersSent && !response.destroyed) response.write(text);
    // A reader who takes nothing gets nothing more.
    if (response.writableLength > this.#limits.backlogBytes) response.destroy();
  }

  #note(tags: readonly string[]) {
    const followed = tags.includes(ALL_TAGS)
      ? [...this.#byPost.keys()]
      : tags.map(postOf).filter((postId) => postId !== null && this.#byPost.has(postId));
    for (const postId of followed) if (postId) this.#changed.add(postId);
    if (!this.#gathering) this.#gather();
  }

  #gather() {
    this.#gathering = undefined;
    if (this.#changed.size === 0 || this.#isClosing) return;
    this.#gathering = setTimeout(() => void this.#tellAll().finally(() => this.#gather()), this.#limits.gatherMs);
    this.#gathering.unref();
  }

  // One after the other: an older number never comes after a newer one, and a change of everything is no storm.
  async #tellAll() {
    const postIds = [...this.#changed];
    this.#changed.clear();
    for (const postId of postIds) {
      await this.#tellPost(postId).catch((error: unknown) =>
        log.warn({ event: 'live_count_failed', post: postId, error }, 'new comments could not be counted'),
      );
    }
  }

  /** Read anew if it changed meanwhile: who is not told yet is told nothing of that. */
  async #readPresent({ postId, client }: { postId: string; client: string | null }) {
    for (let attempt = 1; ; attempt += 1) {
      const startedAt = caches.clock.now;
      const state = await this.#read(postId, client);
      if (attempt === MAX_READS || !caches.clock.isStale(tagsOf(postId), startedAt)) return state;
    }
  }

  async #tellPost(postId: string) {
    const state = await this.#read(postId, null);
    for (const stream of this.#byPost.get(postId) ?? []) {
      if (!state) stream.response.end();
      else if (stream.told >= 0) this.#tell(stream, state);
    }
  }

  #beat() {
    for (const streams of this.#byPost.values()) for (const stream of streams) this.#write(stream, ':\n\n');
  }

  #add(stream: Stream) {
    const streams = this.#byPost.get(stream.postId) ?? new Set();
    this.#byPost.set(stream.postId, streams.add(stream));
    this.#move(stream.client, 1);
  }

  #remove(stream: Stream) {
    const streams = this.#byPost.get(stream.postId);
    if (!streams?.delete(stream)) return;
    if (streams.size === 0) this.#byPost.delete(stream.postId);
    this.#move(stream.client, -1);
  }

  #move(client: string | null, by: 1 | -1) {
    this.#count += by;
    openStreams += by;
    if (client === null) return;
    const own = (this.#perClient.get(client) ?? 0) + by;
    if (own > 0) this.#perClient.set(client, own);
    else this.#perClient.delete(client);
  }
}

function tagsOf(postId: string) {
  return [cacheTags.comments(postId), cacheTags.post(postId)];
}

const post = cacheTags.post('');

// A post that is no longer public ends its streams.
function postOf(tag: string) {
  return tag.startsWith(post) ? tag.slice(post.length) : postOfThread(tag);
}
