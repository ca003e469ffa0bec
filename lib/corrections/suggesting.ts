import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { readClosingState } from '@/lib/comments/closing-state';
import { submitComment } from '@/lib/comments/submission';
import { readDb, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { publicWhere } from '@/lib/posts/visibility';
import type { Client } from '@/lib/rate-limits/client-address';
import { translatorOf } from '@/lib/i18n/translator';
import { readSettings } from '@/lib/settings/queries';
import { suggestionBody, type Suggestion } from './correction';
import { collapsed, findPassage, type Passage } from '@/lib/html/passage';

const sentences = {
  missing:
    'These words are not in the article. Copy them from it exactly, within one paragraph and without the number of a footnote.',
  ambiguous: 'These words stand in the article several times. Copy some more of the words around them.',
};

const correctableSelect = {
  id: true,
  slug: true,
  title: true,
  bodyHtml: true,
  publishAt: true,
  commentsMode: true,
  commentsClosing: true,
} as const;

/** What an article offers to correct; null if it takes no corrections. */
export async function findCorrectable(postId: string) {
  const [settings, post] = await Promise.all([
    readSettings(),
    readDb.post.findFirst({
      where: { id: postId, commentsMode: 'open', commentsLockedReason: '', ...publicWhere() },
      select: correctableSelect,
    }),
  ]);
  if (!post || !settings.corrections) return null;
  const { post: current } = await readClosingState(post, { rule: settings, now: new Date() });
  return current.commentsMode === 'open' ? post : null;
}

/** A public article that takes no corrections, for a page that says so. */
export function findUncorrectable(postId: string) {
  return readDb.post.findFirst({ where: { id: postId, ...publicWhere() }, select: { slug: true, title: true } });
}

/** Says a correction in the thread, where it is moderated as any comment, and puts it before the editors. */
export async function suggestCorrection(actor: Actor, draft: Suggestion & { client?: Client }, now = new Date()) {
  const post = await findCorrectable(draft.postId);
  if (!post) throw new AppError('not_found', 'This article takes no corrections.');
  const { quote, prefix, suffix } = requirePassage(post.bodyHtml, draft);
  const replacement = collapsed(draft.replacement);
  if (replacement === quote) {
    const sentence = 'This is what the article says already. Write what it should say.';
    throw new AppError('invalid', sentence, { fields: { replacement: sentence } });
  }
  const { postId, idempotencyKey, client } = draft;
  const t = translatorOf((await readSettings()).language);
  const comment = {
    postId,
    parentId: null,
    idempotencyKey,
    body: suggestionBody({ quote, replacement, why: draft.why }, t),
    ...(client ? { client } : {}),
  };
  const storeCorrection = async (tx: Tx, commentId: string) => {
    const row = { id: newId(), postId, commentId, quote, prefix, suffix, replacement, createdAt: now };
    await tx.correction.create({ data: row, select: { id: true } });
  };
  return submitComment(actor, comment, now, { after: storeCorrection });
}

function requirePassage(bodyHtml: string, draft: Passage) {
  const passage = findPassage(bodyHtml, draft);
  if (typeof passage !== 'string') return passage;
  throw new AppError('invalid', sentences[passage], { fields: { quote: sentences[passage] } });
}
