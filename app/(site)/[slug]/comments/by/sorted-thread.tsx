import type { Metadata } from 'next';
import { SlotLayout } from '@/components/slots/slot-layout';
import { markMissing } from '@/lib/caching/missing';
import { isOrder, orderNames } from '@/lib/comments/order';
import { titleOf } from '@/lib/posts/title';
import { articleContext } from '@/lib/slots/placement-rules';
import { paths } from '@/lib/web/paths';
import { Missing, missingHead } from '../../../missing';
import { readPost } from '../../../reads';
import { readPageSlots } from '../../../slot-reads';
import { CommentsSection } from '../comments-section';
import { readShownThread } from '../shown-thread';

type Asked = { slug: string; order: string; after?: string };

/** The same comments as below the article, so search engines are led there. */
export async function sortedHead({ slug, order }: Asked): Promise<Metadata> {
  const post = await readPost(slug);
  if (!post || post.commentsMode === 'off' || !isOrder(order)) return missingHead();
  return {
    title: `Comments on ${titleOf(post)}, ${orderNames[order].toLowerCase()} first`,
    robots: { index: false, follow: true },
    alternates: { canonical: paths.post(post.slug) },
  };
}

/** A page of comments in an order that a reader chose; status 404 for an order or a place that there is not. */
export async function SortedThread({ slug, order, after = '' }: Asked) {
  const post = await readPost(slug);
  if (!post || post.commentsMode === 'off' || !isOrder(order)) return <Missing />;
  const thread = order === 'oldest' && after ? null : await readShownThread(post, { order, after });
  if (!thread) markMissing();
  await readPageSlots(articleContext(post), post.id);
  return (
    <SlotLayout>
      <main id="content" className="page">
        <header className="thread-header">
          <p>{`Comments, ${orderNames[order].toLowerCase()} first`}</p>
          <h1 dir="auto">
            <a href={paths.post(post.slug)}>{titleOf(post)}</a>
          </h1>
        </header>
        {thread ? (
          <CommentsSection post={post} part={{ order, after }} />
        ) : (
          <NoSuchPlace slug={post.slug} order={order} />
        )}
      </main>
    </SlotLayout>
  );
}

function NoSuchPlace({ slug, order }: { slug: string; order: string }) {
  return (
    <section className="comments">
      <p role="status">
        There are no comments at this address: it was altered, or they have been removed since.{' '}
        <a href={`${paths.commentsBy(slug, order)}#comments`}>Read them from the beginning</a>
      </p>
    </section>
  );
}
