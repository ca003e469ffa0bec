import { db } from '@/lib/database/db';
import { childPath, depthOf, MAX_DEPTH } from '@/lib/comments/path';
import { newId } from '@/lib/platform/ids';

const MINUTE_MS = 60_000;

/** Rows per table: enough for a full table scan to stand out. */
export const LARGE_DATASET_SIZE = 1_500;

/** A site with thousands of rows per table; returns the ids that tests need. */
export async function createLargeDataset() {
  const now = Date.now();
  const at = (index: number) => new Date(now - (index + 1) * MINUTE_MS);
  const each = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index));
  const users = each(200, (index) => ({
    id: newId(),
    name: `Person ${index}`,
    slug: `person-${index}`,
    role: index < 20 ? 'author' : 'reader',
    email: `person-${index}@example.test`,
    emailVerifiedAt: at(index),
    avatarSeed: `${index}`,
    createdAt: at(index),
  }));
  const tags = each(100, (index) => ({
    id: newId(),
    slug: `tag-${index}`,
    name: `Tag ${index}`,
    createdAt: at(index),
  }));
  const media = each(LARGE_DATASET_SIZE, (index) => ({
    id: newId(),
    hash: `${index}`,
    key: `2026/11/picture-${index}`,
    fileName: `picture-${index}.jpg`,
    mime: 'image/jpeg',
    alt: index % 50 ? 'A boat' : '',
    width: 800,
    height: 600,
    bytes: 1_000,
    uploadedById: users[0]!.id,
    createdAt: at(index),
    deletedAt: index % 50 === 7 ? at(index) : null,
  }));
  const posts = each(LARGE_DATASET_SIZE, (index) => ({
    id: newId(),
    type: index % 100 === 99 ? 'page' : 'post',
    status: ['draft', 'trashed', 'private'][(index % 100) - 10] ?? 'published',
    slug: `post-${index}`,
    title: `Harbour notes ${index}`,
    bodyHtml: '<p>Nets dry on the quay.</p>',
    bodyText: 'Nets dry on the quay.',
    coverId: index % 4 ? null : media[index]!.id,
    coverAlt: index % 200 ? 'A boat' : '',
    pinnedAt: index === 500 ? at(index) : null,
    publishAt: index % 100 === 20 ? new Date(now + (index + 1) * MINUTE_MS) : at(index),
    unpublishAt: index % 100 === 30 ? at(index) : null,
    firstPublishedAt: at(index),
    contentUpdatedAt: at(index),
    updatedAt: at(index),
    feedId: `urn:test:${index}`,
    createdAt: at(index),
  }));
  const busy = posts[1]!;
  let deepest = '';
  const comments = each(LARGE_DATASET_SIZE * 2, (index) => {
    const id = newId();
    const isThread = index < LARGE_DATASET_SIZE / 2;
    const post = isThread ? busy : posts[index % LARGE_DATASET_SIZE]!;
    // The first ones are one long conversation.
    const path = index <= MAX_DEPTH ? (deepest = childPath(deepest, 1)) : childPath('', index + 1);
    return {
      id,
      postId: post.id,
      rootId: id,
      depth: depthOf(path),
      path,
      status: ['pending', 'hidden', 'spam', 'deleted'][(index % 200) - 20] ?? 'approved',
      authorId: users[index % users.length]!.id,
      body: index === 2_000 ? 'Well said, cuttlefish.' : 'Well said.',
      bodyHtml: '<p>Well said.</p>',
      createdAt: at(index),
    };
  });
  const revisions = posts.map((post, index) => ({
    id: newId(),
    postId: post.id,
    kind: 'import',
    title: post.title,
    subtitle: '',
    excerpt: '',
    bodyHtml: post.bodyHtml,
    hash: `${index}`,
    createdAt: at(index),
  }));
  const relations = posts.map((post, index) => ({ postId: post.id, position: 0, index }));
  await db.user.createMany({ data: users });
  await db.tag.createMany({ data: tags });
  await db.media.createMany({ data: media });
  await inBulk(posts, (data) => db.post.createMany({ data }));
  await db.postTag.createMany({
    data: relations.map(({ index, ...row }) => ({ ...row, tagId: tags[index % tags.length]!.id })),
  });
  await db.postAuthor.createMany({
    data: relations.map(({ index, ...row }) => ({ ...row, userId: users[index % 20]!.id })),
  });
  await db.readerStatistic.createMany({
    data: each(LARGE_DATASET_SIZE / 2, (index) => ({
      period: 'total',
      dimension: 'post',
      bucket: '',
      value: posts[index * 2]!.id,
      count: 1 + (index % 300),
    })),
  });
  await inBulk(comments, (data) => db.comment.createMany({ data }));
  await inBulk(revisions, (data) => db.postRevision.createMany({ data }));
  await db.session.createMany({
    data: each(LARGE_DATASET_SIZE, (index) => ({
      id: newId(),
      userId: users[index % users.length]!.id,
      version: 1,
      createdAt: at(index),
      lastSeenAt: at(index),
      expiresAt: new Date(now + (index + 1) * MINUTE_MS),
    })),
  });
  await db.outbox.createMany({
    data: each(LARGE_DATASET_SIZE, (index) => ({
      id: newId(),
      event: 'mail',
      dedupeKey: `${index}`,
      payload: '{}',
      availableAt: at(index),
      createdAt: at(index),
      doneAt: at(index),
    })),
  });
  await db.auditEntry.createMany({
    data: each(LARGE_DATASET_SIZE, (index) => ({
      id: newId(),
      actorId: users[index % users.length]!.id,
      action: 'comment.approve',
      subjectType: 'comment',
      subjectId: comments[index]!.id,
      createdAt: at(index),
    })),
  });
  await db.redirect.createMany({
    data: each(LARGE_DATASET_SIZE, (index) => ({
      id: newId(),
      from: `/old/${index}`,
      to: '/archive',
      kind: index % 3 === 0 ? 'prefix' : 'exact',
      source: 'import',
      createdAt: at(index),
    })),
  });
  return { users, tags, posts, busy, comments, deep: comments[MAX_DEPTH]!, media };
}

async function inBulk<T>(rows: T[], write: (rows: T[]) => Promise<unknown>) {
  for (let from = 0; from < rows.length; from += 500) await write(rows.slice(from, from + 500));
}
