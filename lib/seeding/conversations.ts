import 'server-only';
import { RENDER_VERSION } from '@/lib/comments/html';
import { MAX_DEPTH } from '@/lib/comments/path';
import { renderMarkdown } from '@/lib/comments/rendering';
import { transaction } from '@/lib/db';
import type { CommentDraft } from '@/lib/import/drafts';
import { inSlices } from '@/lib/import/ledger';
import { planThread } from '@/lib/import/threads';
import { inventRemark, type Chance } from './invention';
import type { SeededPerson, SeededPost } from './seeding';

type Conversation = { count: number; chance: Chance; authors: SeededPerson[]; isDeep: boolean };

const PER_TRANSACTION = 1_000;
const rendered = new Map<string, string>();

/** Lets people talk below a post: remarks, answers to them, and in a deep thread one conversation that goes all the way down. */
export async function seedThread(post: SeededPost, { count, chance, authors, isDeep }: Conversation) {
  const span = Math.max(Date.now() - post.publishAt.getTime(), 1);
  const authorOf = new Map<string, SeededPerson>();
  const drafts: CommentDraft[] = [];
  for (let at = 0; at < count; at += 1) {
    const sourceId = String(at);
    authorOf.set(sourceId, chance.pick(authors));
    drafts.push({
      sourceId,
      parentSourceId: parentOf(at, { chance, isDeep }),
      type: 'comment',
      status: 'approved',
      authorName: '',
      authorUrl: '',
      authorKey: null,
      html: inventRemark(chance),
      createdAt: new Date(post.publishAt.getTime() + Math.round((span * (at + 1)) / (count + 1))),
    });
  }
  const { comments, commentSeq, commentCount } = planThread(drafts);
  const rows = comments.map(({ draft, ...place }) => ({
    ...place,
    postId: post.id,
    status: draft.status,
    authorId: authorOf.get(draft.sourceId)!.id,
    authorName: authorOf.get(draft.sourceId)!.name,
    body: draft.html,
    bodyHtml: htmlOf(draft.html),
    renderVersion: RENDER_VERSION,
    createdAt: draft.createdAt,
  }));
  for (let at = 0; at < rows.length; at += PER_TRANSACTION) {
    const some = rows.slice(at, at + PER_TRANSACTION);
    await transaction(async (tx) => {
      await inSlices(some, (slice) => tx.comment.createMany({ data: slice }), 250);
      if (at === 0) await tx.post.update({ where: { id: post.id }, data: { commentSeq, commentCount } });
    });
  }
}

/** In a deep thread every second comment belongs to the conversation that the first one began. */
function parentOf(at: number, { chance, isDeep }: { chance: Chance; isDeep: boolean }) {
  if (at === 0) return null;
  if (isDeep && at % 2 === 0) return String(at <= 2 * MAX_DEPTH ? Math.max(0, at - 2) : 2 * chance.below(at / 2));
  return chance.number() < 0.45 ? String(Math.max(0, at - 1 - chance.below(Math.min(at, 8)))) : null;
}

function htmlOf(markdown: string) {
  const known = rendered.get(markdown);
  if (known !== undefined) return known;
  const { html } = renderMarkdown(markdown);
  rendered.set(markdown, html);
  return html;
}
