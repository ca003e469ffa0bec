import 'server-only';
import { RENDER_VERSION } from '@/lib/comments/html';
import { MAX_DEPTH } from '@/lib/comments/path';
import { renderMarkdown } from '@/lib/comments/rendering';
import { insertRows } from '@/lib/database/bulk-insert';
import { transaction } from '@/lib/database/db';
import { inChunks } from '@/lib/import/pipeline/import-map';
import { inThreadOrder, threadChunk } from '@/lib/import/pipeline/threads';
import { newId } from '@/lib/platform/ids';
import { Prisma } from '@/prisma/generated/sqlite/client';
import { generateRemark, type Random } from './generated-text';
import type { SeededUser, SeededPost } from './seeding';

type Conversation = { count: number; random: Random; authors: SeededUser[]; isDeep: boolean };

/** The transaction is the cost, not the row. */
const COMMENTS_PER_TRANSACTION = 4_000;
const rendered = new Map<string, string>();

type ThreadRow = ReturnType<typeof generateThread>['rows'][number];
type ThreadCounts = { postId: string; commentSeq: number; commentCount: number };

/** Writes threads in batches, with the counts of their posts. */
export class ThreadWriter {
  #rows: ThreadRow[] = [];
  #counts: ThreadCounts[] = [];

  /** Generates a thread below a post; a deep one has a conversation that nests all the way. */
  async add(post: SeededPost, conversation: Conversation) {
    const { rows, counts } = generateThread(post, conversation);
    this.#rows.push(...rows);
    this.#counts.push(counts);
    if (this.#rows.length >= COMMENTS_PER_TRANSACTION) await this.flush();
  }

  async flush() {
    const [rows, counts] = [this.#rows, this.#counts];
    this.#rows = [];
    this.#counts = [];
    for (let at = 0; at < rows.length; at += COMMENTS_PER_TRANSACTION) {
      const isLast = at + COMMENTS_PER_TRANSACTION >= rows.length;
      await transaction(async (tx) => {
        await insertRows(tx, 'Comment', rows.slice(at, at + COMMENTS_PER_TRANSACTION));
        if (isLast) await inChunks(counts, (slice) => tx.$executeRaw(countsUpdate(slice)), 500);
      });
    }
  }
}

function countsUpdate(counts: ThreadCounts[]) {
  const values = counts.map(
    ({ postId, commentSeq, commentCount }) =>
      Prisma.sql`(${postId}, CAST(${commentSeq} AS INTEGER), CAST(${commentCount} AS INTEGER))`,
  );
  return Prisma.sql`
    UPDATE "Post" SET "commentSeq" = counted."column2", "commentCount" = counted."column3"
    FROM (VALUES ${Prisma.join(values)}) AS counted WHERE "Post"."id" = counted."column1"`;
}

function generateThread(post: SeededPost, { count, random, authors, isDeep }: Conversation) {
  const span = Math.max(Date.now() - post.publishAt.getTime(), 1);
  const remarks = Array.from({ length: count }, (_, at) => {
    const { id: authorId, name: authorName } = random.pick(authors);
    const parentSourceId = parentOf(at, { random, isDeep });
    const createdAt = new Date(post.publishAt.getTime() + Math.round((span * (at + 1)) / (count + 1)));
    return {
      id: newId(),
      authorId,
      authorName,
      body: generateRemark(random),
      at,
      sourceId: String(at),
      parentSourceId,
      createdAt,
    };
  });
  const ordered = inThreadOrder(remarks).ordered.map(({ at }) => remarks[at]!);
  const newcomers = ordered.map(({ id, parentSourceId }) => {
    const parentId = parentSourceId === null ? null : remarks[Number(parentSourceId)]!.id;
    return { id, parentId, isCounted: true };
  });
  const { comments, commentSeq, counted } = threadChunk(newcomers, { commentSeq: 0, parents: [] });
  const rows = comments.map((place, at) => {
    const { authorId, authorName, body, createdAt } = ordered[at]!;
    const words = { body, bodyHtml: htmlOf(body), renderVersion: RENDER_VERSION };
    return {
      ...place,
      postId: post.id,
      status: 'approved',
      authorId,
      authorName,
      ...words,
      createdAt,
      updatedAt: createdAt,
    };
  });
  return { rows, counts: { postId: post.id, commentSeq, commentCount: counted } };
}

/** In a deep thread every second comment belongs to the nested conversation. */
function parentOf(at: number, { random, isDeep }: { random: Random; isDeep: boolean }) {
  if (at === 0) return null;
  if (isDeep && at % 2 === 0) return String(at <= 2 * MAX_DEPTH ? Math.max(0, at - 2) : 2 * random.below(at / 2));
  return random.number() < 0.45 ? String(Math.max(0, at - 1 - random.below(Math.min(at, 8)))) : null;
}

function htmlOf(markdown: string) {
  const known = rendered.get(markdown);
  if (known !== undefined) return known;
  const { html } = renderMarkdown(markdown);
  rendered.set(markdown, html);
  return html;
}
