import { childPath } from '@/lib/comments/path';
import { insertRows } from '@/lib/database/bulk-insert';
import { transaction } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';

/** More rows than any statement takes as a list. */
export const MANY = 2_500;
const MINUTE_MS = 60_000;

/**
 * A site with long lists everywhere: one tag, author, series and image on every post; one post with every tag, author, comment
 * and revision; one user who wrote all comments; all from one import.
 */
export async function createLargeSite() {
  const now = Date.now();
  const at = (index: number) => new Date(now - (index + 1) * MINUTE_MS);
  const dates = (index: number) => ({ createdAt: at(index), updatedAt: at(index) });
  const each = <T>(make: (index: number) => T) => Array.from({ length: MANY }, (_, index) => make(index));
  const batch = { id: newId(), source: 'wordpress', fileName: 'large.xml', status: 'done', createdAt: new Date(now) };
  const own = { importBatchId: batch.id };
  const users = each((index) => ({
    id: newId(),
    name: `Writer ${index}`,
    slug: `writer-${index}`,
    role: 'author',
    email: `writer-${index}@example.test`,
    avatarSeed: `${index}`,
    ...dates(index),
  }));
  const tags = each((index) => ({
    id: newId(),
    slug: `tag-${index}`,
    name: `Tag ${index}`,
    ...dates(index),
    ...own,
  }));
  const series = { id: newId(), slug: 'series', title: 'Series', titleKey: 'series', ...dates(0) };
  const posts = each((index) => ({
    id: newId(),
    type: 'post',
    seriesId: series.id,
    seriesPosition: index,
    status: 'published',
    slug: `post-${index}`,
    title: `Harbour notes ${index}`,
    bodyHtml: '<p>Nets dry on the quay.</p>',
    bodyText: 'Nets dry on the quay.',
    publishAt: at(index),
    firstPublishedAt: at(index),
    contentUpdatedAt: at(index),
    updatedAt: at(index),
    feedId: `urn:test:${index}`,
    createdAt: at(index),
    pinnedAt: at(index),
    version: 2,
    ...own,
  }));
  const pages = each((index) => ({
    ...posts[index]!,
    id: newId(),
    type: 'page',
    slug: `page-${index}`,
    feedId: `urn:page:${index}`,
  }));
  const media = each((index) => ({
    id: newId(),
    hash: `${index}`,
    key: `2026/11/picture-${index}`,
    fileName: `picture-${index}.jpg`,
    mime: 'image/jpeg',
    width: 800,
    height: 600,
    bytes: 1_000,
    uploadedById: users[0]!.id,
    ...dates(index),
    ...own,
  }));
  const files = each((index) => ({
    id: newId(),
    path: `files/${String(index).padStart(24, '0')}/paper.pdf`,
    hash: `${index}`,
    fileName: `paper ${index}.pdf`,
    mime: 'application/pdf',
    kind: 'document',
    bytes: 1_000,
    uploadedById: users[0]!.id,
    createdAt: dates(index).createdAt,
    ...own,
  }));
  const [busy, tag, user, picture] = [posts[0]!, tags[0]!, users[0]!, media[0]!];
  const comments = each((index) => {
    const id = newId();
    const path = childPath('', index + 1);
    const status = ['pending', 'spam', 'hidden', 'deleted'][index] ?? 'approved';
    const text = { body: 'Well said.', bodyHtml: '<p>Well said.</p>' };
    const place = { postId: busy.id, rootId: id, depth: 1, path };
    return { id, ...place, status, authorId: user.id, ...text, ...dates(index), ...own };
  });
  const others = tags.slice(1).map(({ id }, index) => ({ postId: busy.id, tagId: id, position: index + 1 }));
  const coAuthors = users.slice(1).map(({ id }, index) => ({ postId: busy.id, userId: id, position: index + 1 }));
  const everywhere = posts.map(({ id }) => id);
  await transaction(async (tx) => {
    await insertRows(tx, 'User', users);
    await insertRows(tx, 'ImportBatch', [batch]);
    await insertRows(tx, 'Tag', tags);
    await insertRows(tx, 'Series', [series]);
    await insertRows(tx, 'Media', media);
    await insertRows(tx, 'StoredFile', files);
    await insertRows(tx, 'Post', [...posts, ...pages]);
    await insertRows(tx, 'PostTag', [
      ...everywhere.map((postId) => ({ postId, tagId: tag.id, position: 0 })),
      ...others,
    ]);
    await insertRows(tx, 'PostAuthor', [
      ...everywhere.map((postId) => ({ postId, userId: user.id, position: 0 })),
      ...coAuthors,
    ]);
    await insertRows(
      tx,
      'MediaUse',
      everywhere.map((postId) => ({ postId, mediaId: picture.id })),
    );
    await insertRows(
      tx,
      'StoredFileUse',
      everywhere.map((postId) => ({ postId, fileId: files[0]!.id })),
    );
    await insertRows(tx, 'Comment', comments);
    await insertRows(
      tx,
      'PostRevision',
      each((index) => ({
        id: newId(),
        postId: busy.id,
        authorId: user.id,
        kind: 'save',
        hash: `${index}`,
        title: busy.title,
        subtitle: '',
        excerpt: '',
        bodyHtml: busy.bodyHtml,
        ...dates(index),
      })),
    );
    await insertRows(
      tx,
      'Redirect',
      each((index) => ({
        id: newId(),
        from: `/old/${index}`,
        to: '',
        tagId: tag.id,
        source: 'import',
        createdAt: at(index),
        ...own,
      })),
    );
    await insertRows(
      tx,
      'ImportItem',
      (['user', 'tag', 'post', 'comment', 'media'] as const).flatMap((kind) => {
        const rows = { user: users, tag: tags, post: posts, comment: comments, media }[kind];
        return rows.map(({ id }, index) => ({
          id: newId(),
          batchId: batch.id,
          source: 'wordpress:https://large.example',
          kind,
          sourceId: `${index}`,
          targetId: id,
          hash: `${index}`,
          before: '',
          createdAt: at(index),
        }));
      }),
    );
    await insertRows(
      tx,
      'Session',
      each((index) => ({
        id: newId(),
        userId: user.id,
        version: 1,
        createdAt: at(index),
        lastSeenAt: at(index),
        expiresAt: new Date(now + MINUTE_MS * 60),
      })),
    );
  });
  return { batch, users, tags, series, posts, media, comments, busy, tag, user, picture, file: files[0]! };
}
