import { z } from 'zod';
import { safeUrl } from '@/lib/html/urls';
import { isLanguageTag } from '@/lib/languages';
import { lineOf, linesOf, nameOf } from '@/lib/visible-text';
import { tagKey } from './tag-names';

export const postTypes = ['post', 'page'] as const;
export type PostType = (typeof postTypes)[number];

export const postStates = ['Draft', 'Scheduled', 'Live', 'Expired', 'Private', 'Bin'] as const;
export type PostState = (typeof postStates)[number];

type Timed = { status: string; publishAt: Date | null; unpublishAt: Date | null };

/** What a post is at this moment, in the words of the screens. */
export function stateOf(post: Timed, now: Date): PostState {
  if (post.status === 'trashed') return 'Bin';
  if (post.status === 'private') return 'Private';
  if (post.status !== 'published' || !post.publishAt) return 'Draft';
  if (post.publishAt > now) return 'Scheduled';
  return post.unpublishAt && post.unpublishAt <= now ? 'Expired' : 'Live';
}

export const moves = ['publish', 'unpublish', 'trash', 'restore', 'delete'] as const;
export type Move = (typeof moves)[number];

const legalMoves: Record<PostState, readonly Move[]> = {
  Draft: ['publish', 'trash'],
  Scheduled: ['publish', 'unpublish', 'trash'],
  Live: ['publish', 'unpublish', 'trash'],
  Expired: ['publish', 'unpublish', 'trash'],
  Private: ['publish', 'unpublish', 'trash'],
  Bin: ['restore', 'delete'],
};

/** Whether a post in this state may make this move. ("publish" on a live post brings a change to readers.) */
export function mayMove(state: PostState, move: Move) {
  return legalMoves[state].includes(move);
}

/** Whether readers ever saw the post: its addresses must then go on answering. */
export function wasEverPublic(post: { firstPublishedAt: Date | null }, now: Date) {
  return post.firstPublishedAt !== null && post.firstPublishedAt <= now;
}

/** Counted as people count: an emoji is one character, not two. */
const text = (longest: number, what: string) =>
  z
    .string()
    .transform(lineOf)
    .refine(
      (value) => isWithin(value, longest),
      `${what} can have at most ${longest.toLocaleString('en')} characters.`,
    );

const longText = (longest: number, what: string) =>
  z
    .string()
    .transform(linesOf)
    .refine(
      (value) => isWithin(value, longest),
      `${what} can have at most ${longest.toLocaleString('en')} characters.`,
    );

/** A form's checkbox, or the truth itself. */
const flag = z
  .union([z.boolean(), z.string()])
  .transform((value) => value === true || value === 'on' || value === 'true' || value === '1');

/** More than any list takes, and few enough to be looked at one by one. */
const MOST_IN_LIST = 500;

/** One value, several under one name, or a line with commas. */
const list = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : value.split(',')))
  .refine((values) => values.length <= MOST_IN_LIST, 'These are too many at once.')
  .transform((values) => values.map(nameOf).filter(Boolean));

const tags = list
  .transform((names) => uniqueBy(names, tagKey))
  .refine((names) => names.length <= 30, 'A post can have at most 30 tags.')
  .refine((names) => names.every((name) => [...name].length <= 60), 'A tag can have at most 60 characters.');

const webAddress = (what: string) =>
  z
    .string()
    .trim()
    .refine(
      (value) =>
        value === '' ||
        // A page of this site is kept as its path.
        /^\/(?![/\\])/.test(value) ||
        (/^https?:\/\//i.test(value) && URL.canParse(value) && safeUrl(value, 'media') !== null),
      `${what} must be a full address such as https://example.org/page.`,
    );

const language = z
  .string()
  .trim()
  .refine((value) => value === '' || isLanguageTag(value), 'That is no language tag such as "en" or "de-AT".');

/** The editor's form. Every field may be left out: what is not sent stays as it is. */
export const postFields = z.object({
  title: text(300, 'The title'),
  subtitle: text(500, 'The subtitle'),
  /** Empty: made from the title when the post is published. */
  slug: z.string().trim().max(300, 'That address is too long.'),
  excerpt: longText(1_000, 'The summary'),
  /** Its length and content are the sanitiser's business. */
  bodyHtml: z.string(),
  tags,
  coverId: z
    .string()
    .nullable()
    .transform((value) => value?.trim() || null),
  coverAlt: text(1_000, 'The description of the picture'),
  coverCaption: text(500, 'The caption'),
  coverCredit: text(200, 'The credit'),
  commentsMode: z.enum(['open', 'closed', 'off'], 'Comments can be open, closed or off.'),
  adsMode: z.enum(['on', 'off', 'own'], 'Choose on, off or own.'),
  adsOff: list.refine((names) => names.length <= 20, 'These are too many placements.'),
  canonicalUrl: webAddress('The original address'),
  noindex: flag,
  seoTitle: text(200, 'The title for search engines'),
  seoDescription: text(400, 'The description for search engines'),
  locale: language,
  authorIds: list.refine((ids) => ids.length <= 10, 'A post can have at most 10 authors.'),
  pinned: flag,
  /** A moment as text (ISO 8601); empty: until somebody takes it down. */
  pinnedUntil: z
    .string()
    .trim()
    .refine((value) => value === '' || !Number.isNaN(Date.parse(value)), 'That is no date.'),
});

export type PostFields = z.output<typeof postFields>;

/** What a new post begins with. */
export const emptyFields: PostFields = {
  title: '',
  subtitle: '',
  slug: '',
  excerpt: '',
  bodyHtml: '',
  tags: [],
  coverId: null,
  coverAlt: '',
  coverCaption: '',
  coverCredit: '',
  commentsMode: 'open',
  adsMode: 'on',
  adsOff: [],
  canonicalUrl: '',
  noindex: false,
  seoTitle: '',
  seoDescription: '',
  locale: '',
  authorIds: [],
  pinned: false,
  pinnedUntil: '',
};

// A character takes two units at most, so what is far too long need not be taken apart to be counted.
function isWithin(value: string, longest: number) {
  return value.length <= 2 * longest && [...value].length <= longest;
}

function uniqueBy(values: string[], keyOf: (value: string) => string) {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = keyOf(value);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
