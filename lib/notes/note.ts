import { z } from 'zod';
import { sameSpelling, splitAtMentions, type OfferedPerson } from '@/lib/comments/mentions/mention';
import { linesOf, withoutControls } from '@/lib/text/visible-text';

const MAX_NOTE = 4_000;
const MAX_QUOTE = 600;
const MAX_AROUND = 80;
const MAX_NAMED = 6;

/** Why a post was returned to its author, or that it was submitted for review; every other note is one. */
export const noteKinds = ['note', 'returned', 'handed-in'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** Stored kinds are of this list. */
export function kindOf(stored: string): NoteKind {
  return noteKinds.find((kind) => kind === stored) ?? 'note';
}

const around = z
  .string()
  .default('')
  .transform((text) => withoutControls(text).slice(0, MAX_AROUND));

export const noteBody = z
  .string()
  .transform((text) => linesOf(text.replaceAll('\r\n', '\n')))
  .pipe(z.string().min(1, 'Write the note first.').max(MAX_NOTE, 'Use at most 4,000 characters.'));

const id = z.string().min(1).max(40);
/** Which thread, as it was seen. */
const seen = z.object({ id, version: z.coerce.number().int().positive() });

export const noteForm = z.object({
  postId: id,
  quote: z
    .string()
    .default('')
    .transform(withoutControls)
    .pipe(z.string().max(MAX_QUOTE, 'Use at most 600 characters: a sentence or two.')),
  prefix: around,
  suffix: around,
  body: noteBody,
});
export const answerForm = z.object({ id, body: noteBody });
export const settlingForm = seen.extend({ intent: z.enum(['resolve', 'reopen'], 'Choose what to do.') });
export const removalForm = z.object({ id });

export type NoteDraft = z.output<typeof noteForm>;

/** A person who can be mentioned. */
export type Colleague = { id: string; name: string; slug: string };

const mention = /@\[([\w-]{1,40})\]/g;

/** A word behind a sign that begins one: the sign within an address does not. */
const begun = /(?<![\p{L}\p{M}\p{N}_@./:+-])@([\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_.'’-]*[\p{L}\p{M}\p{N}])?)/gu;

/**
 * The text with its mentions as ids, so that it names people as they are called now, and whom it mentions: by name, by
 * slug, or by a first name that one of them has alone. `unmatched`: what stands behind other signs.
 */
export function storedBody(text: string, colleagues: readonly Colleague[]) {
  const people = colleagues.flatMap(({ id: userId, name, slug }) => [
    { userId, typed: name },
    { userId, typed: slug },
  ]);
  const parts = splitAtMentions(text, [...people, ...firstNamesOf(colleagues)]);
  const mentioned = new Set(parts.flatMap((part) => (typeof part === 'string' ? [] : [part.userId])));
  const body = parts.map((part) => (typeof part === 'string' ? part : `@[${part.userId}]`)).join('');
  const unmatched = parts.flatMap((part) => (typeof part === 'string' ? [...part.matchAll(begun)] : []));
  return {
    body,
    mentioned: [...mentioned],
    unmatched: [...new Set(unmatched.map(([, word = '']) => word))],
    names: colleagues.map(({ name }) => name),
  };
}

function firstNamesOf(colleagues: readonly Colleague[]) {
  const first = colleagues.map(({ id: userId, name }) => ({ userId, typed: name.split(/\s/u, 1)[0] ?? '' }));
  const spelled = [...first.map(({ typed }) => typed), ...colleagues.map(({ slug }) => slug)].map(sameSpelling);
  const known = timesOf(spelled);
  return first.filter(({ typed }) => typed !== '' && known.get(sameSpelling(typed)) === 1);
}

function timesOf(words: readonly string[]) {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return times;
}

/** What to type for each of them: the name, or the slug where several have the name. */
export function offeredOf(colleagues: readonly Colleague[]): OfferedPerson[] {
  const times = timesOf(colleagues.map(({ name }) => sameSpelling(name)));
  return colleagues.map(({ name, slug }) => ({ name, typed: times.get(sameSpelling(name)) === 1 ? name : slug }));
}

/** Names for a sentence: the first few. */
export function someNames(names: readonly string[]) {
  return [...names.slice(0, MAX_NAMED), ...(names.length > MAX_NAMED ? ['…'] : [])].join(', ');
}

/** That a text mentions what nobody is called, and who can be mentioned; "" where everybody was found. */
export function unmatchedSentence({ unmatched, names }: { unmatched: readonly string[]; names: readonly string[] }) {
  if (unmatched.length === 0) return '';
  const mentions = someNames(unmatched.map((word) => `@${word}`));
  return ` Nobody who can read this post matches ${mentions}. Names: ${someNames(names)}.`;
}

/** Whom a stored text mentions. */
export function mentionedIn(body: string) {
  return [...body.matchAll(mention)].map(([, userId = '']) => userId);
}

/** The text as people read it. */
export function shownBody(body: string, names: ReadonlyMap<string, string>) {
  return body.replace(mention, (stored, userId: string) => {
    const name = names.get(userId);
    return name === undefined ? stored : `@${name}`;
  });
}
