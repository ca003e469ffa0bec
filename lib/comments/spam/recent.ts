import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb } from '@/lib/database/db';
import { plainCommentText } from '../plain-text';
import { judgedOf, judgedSelect, opinionOf, type Opinion } from './judging';
import { percentOf } from './model';
import { readSpamModel } from './queries';

/** So many of the newest comments are judged. */
export const RECENT_COMMENTS = 500;
const MAX_SHOWN = 20;
const MAX_EXCERPT = 160;
/** Between these, other requests are answered. */
const AT_ONCE = 25;

export type WouldHold = {
  id: string;
  slug: string;
  status: string;
  excerpt: string;
  percent: number;
  reasons: string[];
};

export type RecentlyJudged = { judged: number; count: number; comments: WouldHold[] };

/** Which of the newest comments the model would hold, the newest first. Nothing is stored. */
export async function listWouldHold(actor: Actor): Promise<RecentlyJudged> {
  requireCapability(actor, 'comments.moderate');
  const model = await readSpamModel();
  if (!model) return { judged: 0, count: 0, comments: [] };
  const recent = await readDb.comment.findMany({
    where: { type: 'comment' },
    orderBy: { id: 'desc' },
    take: RECENT_COMMENTS,
    select: { id: true, status: true, post: { select: { slug: true } }, ...judgedSelect },
  });
  const held: WouldHold[] = [];
  for (const [at, comment] of recent.entries()) {
    if (at % AT_ONCE === 0) await new Promise(setImmediate);
    const opinion = opinionOf(model, judgedOf(comment));
    if (opinion.isHeld) held.push(shown(comment, opinion));
  }
  return { judged: recent.length, count: held.length, comments: held.slice(0, MAX_SHOWN) };
}

type Recent = { id: string; status: string; bodyHtml: string; post: { slug: string } };

function shown(comment: Recent, { reasons, probability }: Opinion): WouldHold {
  const { id, status, post } = comment;
  return { id, status, slug: post.slug, excerpt: excerptOf(comment), percent: percentOf(probability), reasons };
}

function excerptOf({ bodyHtml }: { bodyHtml: string }) {
  const text = plainCommentText(bodyHtml);
  return text.length > MAX_EXCERPT ? `${text.slice(0, MAX_EXCERPT - 1).toWellFormed()}…` : text;
}
