import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/platform/errors';
import type { Rendered } from '../html';
import { renderWithMentions } from '../rendering';
import { MAX_MENTIONS, type Mentionable } from './mention';
import { findMentionable } from './queries';

export type WithMentions = { html: string; mentioned: Mentionable[] };

type Written = {
  postId: string;
  body: string;
  /** Without mentions, as it is judged. */
  rendered: Rendered;
  /** Whom it mentions already: they stay, whatever their name is now. */
  already?: Mentionable[];
};

/** The HTML of a comment with the people of its thread whom it mentions; refuses more than a few. */
export async function renderMentions(actor: Actor, written: Written): Promise<WithMentions> {
  const { postId, body, rendered, already = [] } = written;
  const found = await findMentionable(actor, postId, body);
  const known = new Set(already.map(({ typed }) => typed));
  const people = [...already, ...found.filter(({ typed }) => !known.has(typed))];
  if (people.length === 0) return { html: rendered.html, mentioned: [] };
  const { html, mentioned } = renderWithMentions(body, people);
  const persons = new Map(mentioned.toReversed().map((person) => [person.userId, person]));
  if (persons.size > MAX_MENTIONS) {
    const sentence = `A comment can mention at most ${MAX_MENTIONS} people, and this one mentions ${persons.size}. Take the @ away before some names.`;
    throw new AppError('invalid', sentence, { fields: { body: sentence } });
  }
  return { html, mentioned: [...persons.values()] };
}
