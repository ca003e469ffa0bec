import { createComment } from '../factories/comments';
import { setMenu } from '../factories/menus';
import { createPost } from '../factories/posts';
import { createSeries } from '../factories/series';
import { fillSlot, textDraft } from '../factories/slots';
import { createUser } from '../factories/users';
import type { Site } from './site';

/** What forms with text change: ids, and addresses of those without a page of their own. */
export type Inserted = Record<
  | 'post'
  | 'slot'
  | 'user'
  | 'commenter'
  | 'tag'
  | 'series'
  | 'picture'
  | 'file'
  | 'comment'
  | 'queued'
  | 'report'
  | 'entry',
  string
>;

/** Inserts one row of each. */
export async function insertAll(site: Site, ownerId: string): Promise<Inserted> {
  const { db } = await import('@/lib/database/db');
  const { newId } = await import('@/lib/platform/ids');
  const id = newId();
  const createdAt = new Date();
  const post = await createPost();
  const comment = await createComment(post.id, { authorId: ownerId, createdAt });
  const { id: queued } = await createComment(post.id, { authorName: 'Ole' });
  const user = await createUser({ role: 'author', email: null });
  const slot = await fillSlot('header', textDraft());
  await db.tag.create({ data: { id, slug: id, name: `Knots ${id}`, createdAt } });
  await db.postTag.create({ data: { postId: post.id, tagId: id, position: 0 } });
  const file = { id, hash: id, key: `2026/11/${id}`, fileName: 'quay.jpg', mime: 'image/jpeg', alt: 'A boat' };
  await db.media.create({ data: { ...file, width: 8, height: 6, bytes: 9, uploadedById: ownerId, createdAt } });
  const path = `files/${id.replaceAll('-', '').slice(0, 24)}/plan.pdf`;
  await db.storedFile.create({
    data: { id, hash: id, path, fileName: 'plan.pdf', mime: 'application/pdf', kind: 'document', bytes: 9, createdAt },
  });
  const [entry] = await setMenu('header', [{ label: 'Archive' }]);
  await site.refresh(['slots', 'menu']);
  return {
    post: post.id,
    slot: slot.id,
    user: user.id,
    commenter: (await createUser()).id,
    tag: id,
    series: (await createSeries([post.id])).id,
    picture: id,
    file: id,
    comment: `/${post.slug}/comments/${comment.id}`,
    queued: `/admin/comments?state=all&open=reply_${queued}`,
    report: `/comments/reports/new/${comment.id}`,
    entry: entry!.id,
  };
}
