import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { readSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import type { Client } from '@/lib/rate-limits/client-address';
import { readClosingState } from '../closing-state';
import { decide } from '../policy';
import { findPolicyPost, findPolicyUser, policyCommentFields } from '../policy-context';
import type { Facts } from './service';

/** A text that somebody sent: a new comment, or what one of theirs is to say. */
export type Written = {
  html: string;
  body: string;
  client: Client | null;
  about: { postId: string; parentId: string | null; idempotencyKey: string | null } | { editedId: string };
};

/** What services are asked with; null for what will be refused, or is stored already: nothing of that leaves the site. */
export async function findFacts(actor: Actor, written: Written, now: Date): Promise<Facts | null> {
  const target = await findTarget(actor, written);
  if (!target) return null;
  const { postId, parentId, edited } = target;
  const [stored, user, author, post, settings] = await Promise.all([
    findPolicyPost(readDb, postId, now),
    findPolicyUser(readDb, actor, now),
    readDb.user.findUnique({ where: { id: actor.id }, select: authorSelect }),
    readDb.post.findUnique({ where: { id: postId }, select: { updatedAt: true } }),
    readSettings(),
  ]);
  if (!stored || !user || !author || !post) return null;
  const { post: current } = await readClosingState(stored, { rule: settings, now });
  const question = { user, post: current, comment: edited, now };
  if (!decide(edited ? 'edit' : 'create', question).allowed) return null;
  const { id, title, slug } = stored;
  return {
    isEdit: edited !== null,
    isReply: parentId !== null,
    body: written.body,
    author: { ...author, id: actor.id, email: author.email ?? '' },
    post: { id, title, address: `${env().siteUrl}${paths.post(slug)}`, updatedAt: post.updatedAt },
    client: written.client,
    now,
  };
}

const authorSelect = { name: true, email: true, website: true, createdAt: true } as const;
const editedSelect = { postId: true, parentId: true, body: true, ...policyCommentFields } as const;

async function findTarget(actor: Actor, { about, body }: Written) {
  if ('editedId' in about) {
    const edited = await readDb.comment.findFirst({
      where: { id: about.editedId, authorId: actor.id },
      select: editedSelect,
    });
    return edited && edited.body !== body ? { postId: edited.postId, parentId: edited.parentId, edited } : null;
  }
  const { postId, parentId, idempotencyKey } = about;
  const earlier =
    idempotencyKey &&
    (await readDb.comment.findUnique({
      where: { authorId_idempotencyKey: { authorId: actor.id, idempotencyKey } },
      select: { postId: true, body: true },
    }));
  if (earlier && earlier.postId === postId && earlier.body === body) return null;
  return { postId, parentId, edited: null };
}
