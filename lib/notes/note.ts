import { z } from 'zod';
import { splitAtMentions } from '@/lib/comments/mentions/mention';
import { linesOf, withoutControls } from '@/lib/text/visible-text';

const MAX_NOTE = 4_000;
const MAX_QUOTE = 600;
const MAX_AROUND = 80;

/** Why a post was sent back to its author, or that it was handed in for review; every other note is one. */
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

/** Somebody who can be mentioned. */
export type Colleague = { id: string; name: string; slug: string };

const mention = /@\[([\w-]{1,40})\]/g;

/** The text with its mentions as ids, so that it names people as they are called now, and whom it mentions. */
export function storedBody(text: string, colleagues: readonly Colleague[]) {
  const people = colleagues.flatMap(({ id: userId, name, slug }) => [
    { userId, typed: name },
    { userId, typed: slug },
  ]);
  const parts = splitAtMentions(text, people);
  const mentioned = new Set(parts.flatMap((part) => (typeof part === 'string' ? [] : [part.userId])));
  const body = parts.map((part) => (typeof part === 'string' ? part : `@[${part.userId}]`)).join('');
  return { body, mentioned: [...mentioned] };
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
