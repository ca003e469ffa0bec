import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import type { Prisma } from '@/prisma/generated/sqlite/client';

/** A public post, a minute old. */
export async function createPost(overrides: Partial<Prisma.PostUncheckedCreateInput> = {}) {
  const id = newId();
  const aMinuteAgo = new Date(Date.now() - 60_000);
  return db.post.create({
    data: {
      id,
      type: 'post',
      status: 'published',
      slug: `post-${id.slice(-8)}`,
      title: 'The harbour at dawn',
      bodyHtml: '<p>Nets dry on the quay.</p>',
      renderedHtml: '<p>Nets dry on the quay.</p>',
      publishAt: aMinuteAgo,
      firstPublishedAt: aMinuteAgo,
      contentUpdatedAt: aMinuteAgo,
      feedId: `urn:uuid:${id}`,
      createdAt: aMinuteAgo,
      ...overrides,
    },
  });
}
