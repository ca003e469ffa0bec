import 'server-only';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { insertImportedComment } from '@/lib/comments/importing';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { sanitiseBody } from '@/lib/html/sanitising';
import { newId } from '@/lib/platform/ids';
import { storeImage } from '@/lib/media/uploading';
import { setAuthors, setMediaUses } from '@/lib/posts/post-relations';
import { renderFields } from '@/lib/posts/fields/rendered-fields';
import { findOrCreateTags, setTags } from '@/lib/posts/tagging/tagging';
import { storeSettings } from '@/lib/settings/queries';
import { sampleComments, sampleCover, samplePosts, sampleTagline, type SamplePostContent } from './content';

/** Marks that sample content was added once, so that it never returns. */
const WELCOMED_AT_KEY = 'welcomedAt';
/** Names the post whose cover is still missing. */
const AWAITS_COVER_KEY = 'welcomeAwaitsCover';
const HOUR_MS = 60 * 60 * 1000;

/** Adds the sample content to an empty database and returns whether it did; idempotent. */
export async function createSampleContent(now = new Date()): Promise<boolean> {
  if (!(await isUntouched())) return false;
  const rendered = await Promise.all(samplePosts.map(async (post) => ({ post, bodyHtml: sanitiseBody(post.body) })));
  const drawn = await Promise.all(rendered.map(async (item) => ({ ...item, ...(await renderFields(item.bodyHtml)) })));
  return transaction(async (tx) => {
    if (!(await markFirst(tx, now))) return false;
    const authorId = await createSampleAuthors(tx, now);
    for (const { post, bodyHtml, columns } of drawn) {
      const postId = await insertPost(tx, { post, bodyHtml, columns, authorId, now });
      if (!post.hasCover) continue;
      await insertComments(tx, postId, now);
      await tx.setting.create({ data: { key: AWAITS_COVER_KEY, value: JSON.stringify(postId), updatedAt: now } });
    }
    await storeSettings({ siteName: 'Masthead', tagline: sampleTagline, showPlaceholders: true }, tx);
    return true;
  });
}

/** Adds the missing cover later: resizing takes seconds, which must not delay the first page. */
export async function attachCover() {
  const waiting = await readDb.setting.findUnique({ where: { key: AWAITS_COVER_KEY }, select: { value: true } });
  if (!waiting) return;
  const id = JSON.parse(waiting.value) as string;
  const { fileName, alt, caption, credit } = sampleCover;
  const bytes = await readFile(join(process.cwd(), 'lib/sample-content', fileName));
  const { id: coverId } = await storeImage(null, { bytes, fileName, alt });
  await transaction(async (tx) => {
    const data = { coverId, coverAlt: alt, coverCaption: caption, coverCredit: credit };
    const { count } = await tx.post.updateMany({ where: { id, coverId: null }, data });
    if (count > 0) await setMediaUses(tx, id, [coverId], false);
    await tx.setting.deleteMany({ where: { key: AWAITS_COVER_KEY } });
    emit(tx, { type: 'post.cover-attached', actorId: null, postId: id });
  });
}

async function isUntouched() {
  const [mark, users, posts] = await Promise.all([
    readDb.setting.count({ where: { key: WELCOMED_AT_KEY } }),
    readDb.user.findFirst({ select: { id: true } }),
    readDb.post.findFirst({ select: { id: true } }),
  ]);
  return mark === 0 && !users && !posts;
}

async function markFirst(tx: Tx, now: Date) {
  const changed = await tx.$executeRaw`
    INSERT INTO "Setting" ("key", "value", "updatedAt") VALUES (${WELCOMED_AT_KEY}, ${JSON.stringify(now.toISOString())}, ${now})
    ON CONFLICT ("key") DO NOTHING`;
  return changed === 1;
}

async function createSampleAuthors(tx: Tx, now: Date) {
  const id = newId();
  await tx.user.create({
    data: { id, name: 'Sample author', slug: 'sample-author', role: 'author', avatarSeed: id, createdAt: now },
  });
  return id;
}

type SamplePost = {
  post: SamplePostContent;
  bodyHtml: string;
  columns: Awaited<ReturnType<typeof renderFields>>['columns'];
  authorId: string;
  now: Date;
};

async function insertPost(tx: Tx, { post, bodyHtml, columns, authorId, now }: SamplePost) {
  const id = newId();
  const at = new Date(now.getTime() - post.hoursAgo * HOUR_MS);
  const { type, slug, title, subtitle, excerpt } = post;
  await tx.post.create({
    data: {
      id,
      type,
      slug,
      title,
      subtitle,
      excerpt,
      bodyHtml,
      ...columns,
      status: 'published',
      publishAt: at,
      firstPublishedAt: at,
      contentUpdatedAt: at,
      createdAt: at,
      pinnedAt: post.isPinned ? at : null,
      commentsMode: type === 'page' ? 'off' : 'open',
      feedId: `urn:uuid:${id}`,
    },
  });
  await setAuthors(tx, id, [authorId]);
  await setTags(tx, id, await findOrCreateTags(tx, post.tags));
  return id;
}

async function insertComments(tx: Tx, postId: string, now: Date) {
  const ids: string[] = [];
  for (const { author, answers, hoursAgo, body } of sampleComments) {
    const { id } = await insertImportedComment(tx, {
      postId,
      parentId: answers === null ? null : (ids[answers] ?? null),
      type: 'comment',
      status: 'approved',
      authorId: null,
      authorName: author,
      authorUrl: '',
      format: 'markdown',
      body,
      createdAt: new Date(now.getTime() - hoursAgo * HOUR_MS),
      importBatchId: null,
    });
    ids.push(id);
  }
}
