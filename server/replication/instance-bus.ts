import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { DROPPED_CHANNEL, STALE_CHANNEL, type Notice } from '@/lib/caching/announcement-log';
import { EVERYTHING } from '@/lib/caching/tag-clock';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { Acknowledgements } from './acknowledgements';
import * as queries from './instance-queries';
import { oneAtATime } from './serialise';

/** This process believes in its lease for less long than the others do, counted from before it asked (ms). */
const BELIEVE_FOR = queries.LEASE_FOR - 1_000;
const BEAT_EVERY = 1_000;
/** A database that refuses connections takes nobody's writes either: so long one refusal counts (ms). */
const REFUSAL_COUNTS_FOR = 1_500;
const REFUSALS_COUNT_FOR = 60_000;
/** For so long after it joined, an instance waits even for those whose lease lapsed: they may count on a refusal (ms). */
const DOUBT_FOR = 2_500;
/** Who renews a lease and does not drop what is stale loses it (ms). */
const EXPELLED_AFTER = 6_500;
/** A write whose announcement is not heard by then is answered with an error; the announcement goes on (ms). */
const HEARD_WITHIN = 15_000;
/** Announcements may be committed out of order: so many are looked at again after a gap. */
const LOOK_BACK = 1_000;
const LONGEST_GAP = 30 * 60_000;
/** PostgreSQL carries 8,000 bytes in a notification. */
const SAY_AT_ONCE = 500;
const SWEEP_EVERY = 60_000;

type Announcement = { tags: readonly string[]; heard: () => void };
type Surroundings = {
  connectionString: string;
  /** Drops what is stale in every process of this instance; resolves when all have. */
  drop: (tags: readonly string[]) => Promise<void>;
  /** Lets every process of this instance answer from what it remembers, until that moment of the monotonic clock. */
  grant: (until: bigint) => void;
};

/**
 * The line between this instance and the others on one PostgreSQL: one connection, one lease, one log. What is promised,
 * and why it holds, is in docs/decisions/013-instances.md.
 */
export class InstanceLine {
  readonly id = newId();
  readonly #around: Surroundings;
  readonly #acknowledgements = new Acknowledgements();
  readonly #unheard = new Set<Announcement>();
  #queue: Announcement[] = [];
  #client: Client | null = null;
  #isFlushing = false;
  #isLeaving = false;
  #newest = 0;
  #seen = new Set<number>();
  #joinedAt = 0;
  #lastContact = 0;
  #sweptAt = 0;
  #wasAlone = true;
  #believedUntil = 0n;
  #beating: NodeJS.Timeout | undefined;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  get figures() {
    return { isConnected: this.#client !== null, unheard: this.#unheard.size };
  }

  /** Joins for the first time: nothing is remembered yet, so nothing has to be read again. */
  async join() {
    const client = await this.#connect();
    this.#newest = await queries.newestAnnouncement(client);
    await this.#takePart(client);
  }

  /** Resolves when every instance that may still answer from what it remembers has dropped this. */
  announce(tags: readonly string[]) {
    return new Promise<void>((resolve, reject) => {
      const late = new Error('Other instances did not hear in time of what changed.');
      const timer = setTimeout(() => reject(late), HEARD_WITHIN);
      const announcement: Announcement = {
        tags,
        heard: () => {
          clearTimeout(timer);
          this.#unheard.delete(announcement);
          resolve();
        },
      };
      this.#unheard.add(announcement);
      this.#queue.push(announcement);
      void this.#flush();
    });
  }

  /** Says goodbye, once nothing is answered any more: nobody waits for this instance again. */
  async leave() {
    this.#isLeaving = true;
    clearTimeout(this.#beating);
    const client = this.#client;
    this.#client = null;
    if (!client) return;
    await queries.endLease(client, this.id).catch(() => {});
    await client.end().catch(() => {});
  }

  async #connect() {
    const client = oneAtATime(
      new Client({
        connectionString: this.#around.connectionString,
        application_name: 'masthead instance',
        connectionTimeoutMillis: 2_000,
        query_timeout: 3_000,
        keepAlive: true,
      }),
    );
    client.on('error', (error) => this.#lose(client, error));
    client.on('end', () => this.#lose(client, new Error('The connection ended.')));
    client.on('notification', ({ channel, payload }) => void this.#hear(client, channel, payload ?? ''));
    await client.connect();
    await client.query(`LISTEN ${STALE_CHANNEL}`);
    await client.query(`LISTEN ${DROPPED_CHANNEL}`);
    return client;
  }

  // The lease comes first: whoever announces from now on waits for this instance, and what came before is in the log.
  async #takePart(client: Client) {
    const askedAt = process.hrtime.bigint();
    await queries.takeLease(client, this.id, hostname());
    this.#joinedAt = performance.now();
    await this.#readAgain(client);
    this.#client = client;
    this.#believe(askedAt);
    this.#beat(client);
    // Words may have been missed, so what nobody confirmed is said again.
    this.#acknowledgements.forgetAll();
    this.#queue = [...this.#unheard];
    void this.#flush();
  }

  async #readAgain(client: Client) {
    const isGapLong = this.#lastContact > 0 && performance.now() - this.#lastContact > LONGEST_GAP;
    const missed = await queries.announcementsAfter(client, this.#newest - LOOK_BACK);
    const unseen = this.#lastContact === 0 ? [] : missed.filter(({ id }) => !this.#seen.has(id));
    if (isGapLong) await this.#around.drop([EVERYTHING]);
    else if (unseen.length > 0) await this.#around.drop(unseen.flatMap(({ tags }) => tags));
    for (const { id } of missed) this.#remember(id);
    if (this.#lastContact === 0) return;
    // All of them: the word on one that was dropped in time may have been lost with the connection.
    const ids = missed.map(({ id }) => id);
    for (let from = 0; from < ids.length; from += SAY_AT_ONCE) {
      await this.#say(client, ids.slice(from, from + SAY_AT_ONCE));
    }
  }

  #believe(askedAt: bigint) {
    this.#lastContact = performance.now();
    this.#grant(askedAt, BELIEVE_FOR);
  }

  #grant(askedAt: bigint, ms: number) {
    const until = askedAt + BigInt(ms) * 1_000_000n;
    if (until > this.#believedUntil) this.#believedUntil = until;
    this.#around.grant(this.#believedUntil);
  }

  #beat(client: Client) {
    this.#beating = setTimeout(() => {
      this.#renew(client).then(
        () => client === this.#client && this.#beat(client),
        (error: unknown) => this.#lose(client, error),
      );
    }, BEAT_EVERY);
  }

  async #renew(client: Client) {
    const askedAt = process.hrtime.bigint();
    if (!(await queries.renewLease(client, this.id))) {
      await queries.takeLease(client, this.id, hostname());
      await this.#readAgain(client);
    }
    this.#believe(askedAt);
    if (!this.#isInDoubt) await queries.buryLapsed(client);
    for (const late of this.#acknowledgements.overdue(EXPELLED_AFTER)) await this.#expel(client, late);
    this.#acknowledgements.keepOnly(await this.#others(client));
    this.#wasAlone = (await queries.listOthers(client, this.id, 'known')).size === 0;
    if (performance.now() - this.#sweptAt < SWEEP_EVERY) return;
    this.#sweptAt = performance.now();
    await queries.sweepAnnouncements(client);
  }

  async #expel(client: Client, late: string) {
    log.error({ event: 'instance_silent', instance: late }, 'an instance drops nothing and loses its lease');
    await pause(Math.max(0, await queries.endLease(client, late)));
  }

  get #isInDoubt() {
    return performance.now() - this.#joinedAt < DOUBT_FOR;
  }

  #others(client: Client) {
    return queries.listOthers(client, this.id, this.#isInDoubt ? 'known' : 'live');
  }

  // What comes in while one announcement is written goes into the next: one entry in the log for many writers.
  async #flush() {
    const client = this.#client;
    if (!client || this.#isFlushing || this.#queue.length === 0) return;
    this.#isFlushing = true;
    const batch = this.#queue.splice(0);
    try {
      const tags = [...new Set(batch.flatMap((announcement) => announcement.tags))];
      const id = await queries.enterAnnouncement(client, tags, this.id);
      this.#remember(id);
      // Asked after the commit: whoever takes a lease later finds the entry in the log.
      const others = await this.#others(client);
      void this.#acknowledgements.wait(id, others).then(() => batch.forEach(({ heard }) => heard()));
    } catch (error) {
      this.#lose(client, error);
    } finally {
      this.#isFlushing = false;
    }
    void this.#flush();
  }

  async #hear(client: Client, channel: string, payload: string) {
    try {
      if (channel === DROPPED_CHANNEL) {
        const { by, ids } = JSON.parse(payload) as { by: string; ids: number[] };
        return this.#acknowledgements.hear(by, ids);
      }
      const { id, from, tags } = JSON.parse(payload) as Notice;
      if (from === this.id) return;
      await this.#around.drop(tags ?? (await queries.findAnnouncement(client, id)));
      this.#remember(id);
      await this.#say(client, [id]);
    } catch (error) {
      this.#lose(client, error);
    }
  }

  async #say(client: Client, ids: number[]) {
    await client.query(`SELECT pg_notify('${DROPPED_CHANNEL}', $1)`, [JSON.stringify({ by: this.id, ids })]);
  }

  #remember(id: number) {
    this.#seen.add(id);
    this.#newest = Math.max(this.#newest, id);
    if (this.#seen.size < LOOK_BACK * 3) return;
    this.#seen = new Set([...this.#seen].filter((known) => known > this.#newest - LOOK_BACK));
  }

  // Once the lease was over others may have written: no refusal brings it back. And a refusal may be a firewall's, so
  // beside others it is not believed for long.
  #mayCountOnRefusals(askedAt: bigint) {
    if (askedAt > this.#believedUntil) return false;
    return this.#wasAlone || performance.now() - this.#lastContact < REFUSALS_COUNT_FOR;
  }

  #lose(client: Client, error: unknown) {
    if (client !== this.#client || this.#isLeaving) return;
    this.#client = null;
    clearTimeout(this.#beating);
    client.end().catch(() => {});
    log.warn({ event: 'instance_line_lost', error }, 'the line to the other instances is lost');
    void this.#comeBack();
  }

  async #comeBack() {
    for (let wait = 50; !this.#isLeaving; wait = Math.min(wait * 2, 400)) {
      const askedAt = process.hrtime.bigint();
      let client: Client | null = null;
      try {
        client = await this.#connect();
        await this.#takePart(client);
        log.info({ event: 'instance_line_back' }, 'the line to the other instances is back');
        return;
      } catch (error) {
        client?.end().catch(() => {});
        if (isRefusal(error) && this.#mayCountOnRefusals(askedAt)) this.#grant(askedAt, REFUSAL_COUNTS_FOR);
      }
      await pause(wait + Math.random() * wait, null, { ref: false });
    }
  }
}

/** Nobody listens at the address, or the server is starting: nobody's writes can be committed, not only ours. */
function isRefusal(error: unknown) {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return code === 'ECONNREFUSED' || (code === '57P03' && message?.includes('starting up'));
}
