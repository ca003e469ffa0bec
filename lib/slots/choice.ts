/** Why a line item was not chosen; null for the one that was. */
export type ChoiceReason =
  | 'not-listed'
  | 'dates'
  | 'width'
  | 'reader'
  | 'language'
  | 'weekday'
  | 'hour'
  | 'referrer'
  | 'cap'
  | 'competitor'
  | 'consent'
  | 'data-saver'
  | 'pace'
  | 'in-page'
  | 'empty'
  | 'tier'
  | 'arm'
  | 'repeated'
  | 'weight';

/** What only the reader's browser knows; everything else was decided when the page was made. */
export type ReaderCondition = {
  /** Window widths from and to; 0: no limit. */
  width?: [number, number];
  isSignedIn?: boolean;
  languages?: string[];
  weekdays?: number[];
  hours?: [number, number];
  referrers?: string[];
  notReferrers?: string[];
};

export type Arm = 'A' | 'B';

export type Candidate = {
  tier: number;
  weight: number;
  /** By alternative; a box names those that its page allows. */
  when?: ReaderCondition[];
  caps?: { page: number; session: number; day: number };
  competitor?: string;
  /** The part of readers who may get it, from 0 to 1, so that it lasts until its end. */
  share?: number;
  /** In ms since the epoch. */
  from?: number;
  until?: number;
  isCode?: boolean;
  /** It runs in the page itself. */
  isInPage?: boolean;
  /** Of a test: each reader gets the line items of one arm. */
  arm?: Arm;
  /** What the reader must have allowed. */
  consent?: 'functional' | 'advertising';
};

/** A line item in a box, with the alternatives of its conditions that this page leaves to the reader; null: none. */
export type Listed = { id: string; alternatives: number[] | null };

export type ReaderFacts = {
  now: number;
  width: number;
  isSignedIn: boolean;
  language: string;
  weekday: number;
  hour: number;
  /** The host that led here; "" without one. */
  referrer: string;
  savesData: boolean;
  /** Absent where nobody asks. */
  allowed?: string;
  /** Absent where code may run in the page. */
  runsCode?: boolean;
  /** Decides the arm of tests; absent: each page view draws anew. */
  bucket?: string | undefined;
};

type Counts = Record<string, number>;
/** What this reader saw already. */
export type Seen = {
  page: Counts;
  session: Counts;
  day: Counts;
  competitors: Record<string, string>;
  /** What had its turn in this box and showed nothing. */
  empty?: readonly string[] | undefined;
};

export type ChoiceInput = {
  /** The slot and the number of its box. */
  box: string;
  listed: readonly Listed[];
  candidates: Readonly<Record<string, Candidate>>;
  facts: ReaderFacts;
  seen: Seen;
  seed: string;
};
export type Choice = { chosen: string | null; reasons: Record<string, ChoiceReason | null> };

/**
 * Chooses what a box shows. The same input gives the same answer, in a reader's browser and in the admin. Inlined as
 * text: no outer references.
 */
export function chooseLineItem({ box, listed, candidates, facts, seen, seed }: ChoiceInput): Choice {
  const reasons: Choice['reasons'] = {};
  const draw = (about: string, from = `${seed} ${box}`) => {
    let hash = 2_166_136_261;
    for (const letter of `${from} ${about}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
    hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507);
    hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
    return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
  };
  const isFrom = (hosts: string[]) => hosts.some((host) => `.${facts.referrer}`.endsWith(`.${host}`));
  const failureOf = (condition: ReaderCondition): ChoiceReason | null => {
    const { width, isSignedIn, languages, weekdays, hours, referrers, notReferrers } = condition;
    if (width && (facts.width < width[0] || (width[1] && facts.width > width[1]))) return 'width';
    if (isSignedIn !== undefined && isSignedIn !== facts.isSignedIn) return 'reader';
    if (languages && !languages.includes(facts.language)) return 'language';
    if (weekdays && !weekdays.includes(facts.weekday)) return 'weekday';
    if (hours) {
      const [from, until] = hours;
      const [isPast, isBefore] = [facts.hour >= from, facts.hour < until];
      if (from < until ? !(isPast && isBefore) : !(isPast || isBefore)) return 'hour';
    }
    if (notReferrers && isFrom(notReferrers)) return 'referrer';
    return referrers && !isFrom(referrers) ? 'referrer' : null;
  };
  const refusalOf = ({ id, alternatives }: Listed): ChoiceReason | null => {
    const candidate = candidates[id];
    if (!candidate) return 'not-listed';
    const { from = 0, until = Infinity, when = [], caps, competitor, share = 1, consent } = candidate;
    if (seen.empty?.includes(id)) return 'empty';
    if (candidate.isInPage && facts.runsCode === false) return 'in-page';
    if (facts.now < from || facts.now >= until) return 'dates';
    const failures = alternatives?.map((index) => failureOf(when[index] ?? {})) ?? [null];
    if (!failures.includes(null)) return failures[0] ?? 'not-listed';
    for (const span of ['page', 'session', 'day'] as const) {
      if (caps?.[span] && (seen[span][id] ?? 0) >= caps[span]) return 'cap';
    }
    if (competitor && (seen.competitors[competitor] ?? id) !== id) return 'competitor';
    const { allowed = 'all' } = facts;
    if (consent && allowed !== 'all' && !allowed.includes(consent)) return 'consent';
    if (candidate.isCode && facts.savesData) return 'data-saver';
    return draw(`${id} pace`) < share ? null : 'pace';
  };
  let rest = listed.flatMap((item) => {
    const { id } = item;
    const reason = (reasons[id] = refusalOf(item));
    const { tier = 0, weight = 1, arm } = candidates[id] ?? {};
    return reason ? [] : [{ id, tier, weight, arm }];
  });
  const keep = (reason: ChoiceReason, isKept: (item: (typeof rest)[number]) => boolean) => {
    for (const item of rest) if (!isKept(item)) reasons[item.id] = reason;
    rest = rest.filter(isKept);
  };
  const first = Math.min(...rest.map(({ tier }) => tier));
  keep('tier', ({ tier }) => tier === first);
  if (rest.some(({ arm }) => arm === 'A') && rest.some(({ arm }) => arm === 'B')) {
    const drawn = draw('arm', `${facts.bucket ?? seed} ${box.split('.')[0]}`) < 0.5 ? 'A' : 'B';
    keep('arm', ({ arm = drawn }) => arm === drawn);
  }
  if (rest.some(({ id }) => !seen.page[id])) keep('repeated', ({ id }) => !seen.page[id]);
  let left = draw('weight') * rest.reduce((sum, { weight }) => sum + weight, 0);
  const chosen = rest.find(({ weight }) => (left -= weight) < 0)?.id ?? null;
  keep('weight', ({ id }) => id === chosen);
  return { chosen, reasons };
}
