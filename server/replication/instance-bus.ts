import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { CacheBus } from '@/lib/caching/cache-bus';
import { DROPPED_CHANNEL, STALE_CHANNEL, type Notice } from '@/lib/caching/invalidation-log';
import { ALL_TAGS } from '@/lib/caching/tag-clock';
import { newId } from '@/lib/platform/ids';
import { log } from '@/lib/platform/log';
import { trackInvalidation } from '@/server/cache/pending-invalidations';
import { Broadcast } from '@/server/cluster/broadcast';
import * as queries from './instance-queries';
import { serialise } from './serialise';

/** Shorter than the lease, and counted from before the request. */
const LEASE_TRUST_MS = queries.LEASE_MS - 1_000;
const RENEWAL_INTERVAL_MS = 1_000;
/** A database that refuses connections accepts no writes: each refusal extends the trust, up to a limit. */
const REFUSAL_TRUST_MS = 1_500;
const MAX_REFUSAL_TRUST_MS = 60_000;
/** After joining, lapsed instances are awaited as well: they may rely on a refusal. */
const JOIN_GRACE_MS = 2_500;
const EXPULSION_MS = 6_500;
/** Later writes get an error; the broadcast continues. */
const ACK_TIMEOUT_MS = 15_000;
/** Entries may be committed out of order: re-read after a gap. */
const REPLAY_WINDOW = 1_000;
const MAX_GAP_MS = 30 * 60_000;
/** A notification carries 8,000 bytes. */
const MAX_IDS_PER_NOTICE = 500;
const CLEANUP_INTERVAL_MS = 60_000;
const EARLY_ACKNOWLEDGEMENTS = 5_000;

type Invalidation = { tags: readonly string[]; acknowledged: () => void };

export type Instance = {
  drop: (tags: readonly string[]) => Promise<void>;
  /** Until this moment of the monotonic clock. */
  grant: (until: bigint) => void;
};

/** The guarantee and its proof are in docs/decisions/013-instances.md. */
export class InstanceBus implements CacheBus {
  readonly id = newId();
  readonly reachesInstances = true;
  readonly #connectionString: string;
  readonly #instance: Instance;
  readonly #acknowledgements = new Broadcast<string>({ earlyRounds: EARLY_ACKNOWLEDGEMENTS });
  readonly #unacknowledged = new Set<Invalidation>();
  #queue: Invalidation[] = [];
  #client: Client | null = null;
  #isFlushing = false;
  #isLeaving = false;
  #newest = 0;
  #seen = new Set<number>();
  #joinedAt = 0;
  #lastContact = 0;
  #cleanedUpAt = 0;
  #wasOnlyInstance = true;
  #trustedUntil = 0n;
  #renewal: NodeJS.Timeout | undefined;

  constructor(connectionString: string, instance: Instance) {
    this.#connectionString = connectionString;
    this.#instance = instance;
  }

  async join() {
    const client = await this.#connect();
    this.#newest = await queries.newestInvalidation(client);
    await this.#join(client);
  }

  async invalidate(tags: readonly string[]) {
    await trackInvalidation(Promise.all([this.#instance.drop(tags), this.broadcast(tags)]));
  }

  /** Resolves when no instance can serve these tags from its cache. */
  broadcast(tags: readonly string[]) {
    return new Promise<void>((resolve, reject) => {
      const late = new Error('Other instances did not confirm the invalidation in time.');
      const timer = setTimeout(() => reject(late), ACK_TIMEOUT_MS);
      const invalidation: Invalidation = {
        tags,
        acknowledged: () => {
          clearTimeout(timer);
          this.#unacknowledged.delete(invalidation);
          resolve();
        },
      };
      this.#unacknowledged.add(invalidation);
      this.#queue.push(invalidation);
      void this.#flush();
    });
  }

  async leave() {
    this.#isLeaving = true;
    clearTimeout(this.#renewal);
    const client = this.#client;
    this.#client = null;
    if (!client) return;
    await queries.releaseLease(client, this.id).catch(() => {});
    await client.end().catch(() => {});
  }

  async #connect() {
    const client = serialise(
      new Client({
        connectionString: this.#connectionString,
        application_name: 'masthead instance',
        connectionTimeoutMillis: 2_000,
        query_timeout: 3_000,
        keepAlive: true,
      }),
    );
    client.on('error', (error) => this.#onConnectionLost(client, error));
    client.on('end', () => this.#onConnectionLost(client, new Error('The connection ended.')));
    client.on('notification', ({ channel, payload }) => void this.#onNotification(client, channel, payload ?? ''));
    await client.connect();
    await client.query(`LISTEN ${STALE_CHANNEL}`);
    await client.query(`LISTEN ${DROPPED_CHANNEL}`);
    return client;
  }

  // Lease first: later writers wait for this instance; earlier writes are in the log.
  async #join(client: Client) {
    const askedAt = process.hrtime.bigint();
    await queries.acquireLease(client, this.id, hostname());
    this.#joinedAt = performance.now();
    await this.#catchUp(client);
    this.#client = client;
    this.#renewTrust(askedAt);
    this.#scheduleRenewal(client);
    this.#acknowledgements.cancel();
    this.#queue = [...this.#unacknowledged];
    void this.#flush();
  }

  async #catchUp(client: Client) {
    const isGapLong = this.#lastContact > 0 && performance.now() - this.#lastContact > MAX_GAP_MS;
    const missed = await queries.invalidationsAfter(client, this.#newest - REPLAY_WINDOW);
    const unseen = this.#lastContact === 0 ? [] : missed.filter(({ id }) => !this.#seen.has(id));
    if (isGapLong) await this.#instance.drop([ALL_TAGS]);
    else if (unseen.length > 0) await this.#instance.drop(unseen.flatMap(({ tags }) => tags));
    for (const { id } of missed) this.#markSeen(id);
    if (this.#lastContact === 0) return;
    // All of them: acknowledgements may have been lost with the connection.
    const ids = missed.map(({ id }) => id);
    for (let from = 0; from < ids.length; from += MAX_IDS_PER_NOTICE) {
      await this.#acknowledge(client, ids.slice(from, from + MAX_IDS_PER_NOTICE));
    }
  }

  #renewTrust(askedAt: bigint) {
    this.#lastContact = performance.now();
    this.#grant(askedAt, LEASE_TRUST_MS);
  }

  #grant(askedAt: bigint, ms: number) {
    const until = askedAt + BigInt(ms) * 1_000_000n;
    if (until > this.#trustedUntil) this.#trustedUntil = until;
    this.#instance.grant(this.#trustedUntil);
  }

  #scheduleRenewal(client: Client) {
    this.#renewal = setTimeout(() => {
      this.#renew(client).then(
        () => client === this.#client && this.#scheduleRenewal(client),
        (error: unknown) => this.#onConnectionLost(client, error),
      );
    }, RENEWAL_INTERVAL_MS);
  }

  async #renew(client: Client) {
    const askedAt = process.hrtime.bigint();
    if (!(await queries.renewLease(client, this.id))) {
      await queries.acquireLease(client, this.id, hostname());
      await this.#catchUp(client);
    }
    this.#renewTrust(askedAt);
    if (!this.#isInJoinGrace) await queries.removeLapsed(client);
    for (const late of this.#acknowledgements.late(EXPULSION_MS)) await this.#evict(client, late);
    this.#acknowledgements.retain(await this.#others(client));
    this.#wasOnlyInstance = (await queries.listOthers(client, this.id, 'known')).size === 0;
    if (performance.now() - this.#cleanedUpAt < CLEANUP_INTERVAL_MS) return;
    this.#cleanedUpAt = performance.now();
    await queries.deleteOldInvalidations(client);
  }

  async #evict(client: Client, late: string) {
    log.error(
      { event: 'instance_unresponsive', instance: late },
      'an instance does not confirm invalidations and loses its lease',
    );
    await pause(Math.max(0, await queries.releaseLease(client, late)));
  }

  get #isInJoinGrace() {
    return performance.now() - this.#joinedAt < JOIN_GRACE_MS;
  }

  #others(client: Client) {
    return queries.listOthers(client, this.id, this.#isInJoinGrace ? 'known' : 'live');
  }

  // Many writers share a log entry.
  async #flush() {
    const client = this.#client;
    if (!client || this.#isFlushing || this.#queue.length === 0) return;
    this.#isFlushing = true;
    const batch = this.#queue.splice(0);
    try {
      const tags = [...new Set(batch.flatMap(({ tags }) => tags))];
      const id = await queries.insertInvalidation(client, tags, this.id);
      this.#markSeen(id);
      // Listed after the commit: later instances find the entry in the log.
      const others = await this.#others(client);
      void this.#acknowledgements.wait(id, others).then(() => batch.forEach(({ acknowledged }) => acknowledged()));
    } catch (error) {
      this.#onConnectionLost(client, error);
    } finally {
      this.#isFlushing = false;
    }
    void this.#flush();
  }

  async #onNotification(client: Client, channel: string, payload: string) {
    try {
      if (channel === DROPPED_CHANNEL) {
        const { by, ids } = JSON.parse(payload) as { by: string; ids: number[] };
        for (const id of ids) this.#acknowledgements.acknowledge(id, by);
        return;
      }
      const { id, from, tags } = JSON.parse(payload) as Notice;
      if (from === this.id) return;
      await this.#instance.drop(tags ?? (await queries.findInvalidation(client, id)));
      this.#markSeen(id);
      await this.#acknowledge(client, [id]);
    } catch (error) {
      this.#onConnectionLost(client, error);
    }
  }

  async #acknowledge(client: Client, ids: number[]) {
    await client.query(`SELECT pg_notify('${DROPPED_CHANNEL}', $1)`, [JSON.stringify({ by: this.id, ids })]);
  }

  #markSeen(id: number) {
    this.#seen.add(id);
    this.#newest = Math.max(this.#newest, id);
    if (this.#seen.size < REPLAY_WINDOW * 3) return;
    this.#seen = new Set([...this.#seen].filter((known) => known > this.#newest - REPLAY_WINDOW));
  }

  // After the lease others may have written; a firewall may refuse as well, so trust is limited beside others.
  #mayTrustRefusals(askedAt: bigint) {
    if (askedAt > this.#trustedUntil) return false;
    return this.#wasOnlyInstance || performance.now() - this.#lastContact < MAX_REFUSAL_TRUST_MS;
  }

  #onConnectionLost(client: Client, error: unknown) {
    if (client !== this.#client || this.#isLeaving) return;
    this.#client = null;
    clearTimeout(this.#renewal);
    client.end().catch(() => {});
    log.warn({ event: 'instance_bus_lost', error }, 'the connection to the other instances is lost');
    void this.#reconnect();
  }

  async #reconnect() {
    for (let wait = 50; !this.#isLeaving; wait = Math.min(wait * 2, 400)) {
      const askedAt = process.hrtime.bigint();
      let client: Client | null = null;
      try {
        client = await this.#connect();
        await this.#join(client);
        log.info({ event: 'instance_bus_restored' }, 'the connection to the other instances is restored');
        return;
      } catch (error) {
        client?.end().catch(() => {});
        if (isRefusal(error) && this.#mayTrustRefusals(askedAt)) this.#grant(askedAt, REFUSAL_TRUST_MS);
      }
      await pause(wait + Math.random() * wait, null, { ref: false });
    }
  }
}

function isRefusal(error: unknown) {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return code === 'ECONNREFUSED' || (code === '57P03' && message?.includes('starting up'));
}
