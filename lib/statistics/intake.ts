import 'server-only';
import { createHmac, hash } from 'node:crypto';
import { isbot } from 'isbot';
import { env } from '@/lib/platform/env';
import { secrets } from '@/lib/secrets/secrets';
import { dayLabel } from '@/lib/time/dates';
import { parseBatch, type PageBatch, type PageEvent } from './batch';
import { ClientLimits } from './client-limits';
import type { Journal } from './journal';
import { readTimeZone } from './journal-files';
import { markOf } from './reader-sketch';
import type { Reason } from './reasons';

const ZONE_MS = 10_000;
/** Every day begins at one of these, in every time zone. */
const QUARTER_MS = 15 * 60 * 1000;

/** What a request tells of who sends it. */
export type Sender = {
  /** The address, of IPv6 its network; used for a hash and forgotten. */
  client: string;
  userAgent: string;
  /** Of browsers that send it: their names and versions. */
  brands: string;
  /** The browser loads ahead. */
  purpose: string;
  country: string | null;
  userId: string | null;
};

/** Decides what of a request is noted in the journal. It asks no database, so that it costs readers nothing. */
export class Intake {
  readonly #journal: Journal;
  readonly #limits = new ClientLimits();
  #timeZone = 'UTC';
  #zoneReadAt = -Infinity;
  #salt = { day: '', key: '' };
  #day = { quarter: -1, timeZone: '', label: '' };

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  /** Whether the body was readable; what a filter holds back is noted with its reason. */
  receive(body: unknown, sender: Sender, at = Date.now()): boolean {
    const batch = parseBatch(body);
    if (!batch) {
      this.refuse('unreadable', at);
      return false;
    }
    const day = this.#dayOf(at);
    const reason = refusalOf(sender);
    if (reason) this.#journal.append({ at, day, refused: reason, batch });
    else this.#admit(batch, sender, { at, day });
    return true;
  }

  /** Notes a request in which nothing was read. */
  refuse(reason: Reason, at = Date.now()) {
    this.#journal.append({ at, day: this.#dayOf(at), refused: reason });
  }

  #admit(batch: PageBatch, sender: Sender, when: { at: number; day: string }) {
    const digest = this.#hashOf(sender, when.day);
    const client = digest.toString('base64');
    const isWithin = (event: PageEvent) => !env().rateLimits || this.#isWithin(event, client, when.at);
    const admitted = batch.events.filter(isWithin);
    // What a reader costs is measured once a day; the rest of it is no sign of anything.
    const excess = batch.events.filter((event) => event[0] !== 'cost' && !admitted.includes(event));
    if (excess.length > 0) this.#journal.append({ ...when, refused: 'rate', batch: { ...batch, events: excess } });
    if (admitted.length === 0) return;
    this.#journal.append({
      ...when,
      batch: { ...batch, events: admitted },
      ...(admitted.some(([kind]) => kind === 'view') ? { mark: markOf(digest) } : {}),
      ...(sender.country ? { country: sender.country } : {}),
      ...(sender.userId ? { userId: sender.userId } : {}),
    });
  }

  #isWithin(event: PageEvent, client: string, at: number) {
    const isAdmitted = this.#limits.admits('any', client, at);
    const [kind, box = ''] = event;
    if (kind === 'return') return isAdmitted;
    return this.#limits.admits(kind, `${client}${box}`, at) && isAdmitted;
  }

  // With a key of the day in front: the same reader has another hash tomorrow. Nobody sees the hash, so that a keyed one
  // (HMAC), which takes five times as long, would hide no more.
  #hashOf({ client, userAgent }: Sender, day: string) {
    if (this.#salt.day !== day) {
      this.#salt = { day, key: createHmac('sha256', secrets().signing).update(`readers of ${day}`).digest('hex') };
    }
    return hash('sha256', `${this.#salt.key}\n${client}\n${userAgent}`, 'buffer');
  }

  #dayOf(at: number) {
    if (performance.now() - this.#zoneReadAt > ZONE_MS) {
      this.#zoneReadAt = performance.now();
      this.#timeZone = readTimeZone();
    }
    const [quarter, timeZone] = [Math.floor(at / QUARTER_MS), this.#timeZone];
    if (this.#day.quarter !== quarter || this.#day.timeZone !== timeZone) {
      this.#day = { quarter, timeZone, label: dayLabel(new Date(at), timeZone) };
    }
    return this.#day.label;
  }
}

function refusalOf({ userAgent, brands, purpose }: Sender): Reason | null {
  if (/prefetch|prerender/.test(purpose)) return 'prefetch';
  if (/headless/i.test(userAgent + brands)) return 'headless';
  return userAgent === '' || isbot(userAgent) ? 'bot' : null;
}
