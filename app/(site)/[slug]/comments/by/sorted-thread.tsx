import type { Metadata } from 'next';
import { SlotLayout } from '@/components/slots/slot-layout';
import { linksTo, Message } from '@/components/layout/message';
import type { Translator } from '@/lib/i18n/translator';
import { markMissing } from '@/lib/caching/missing';
import { isOrder } from '@/lib/comments/order';
import { titleOf } from '@/lib/posts/title';
import { articleContext } from '@/lib/slots/placement-rules';
import { paths } from '@/lib/web/paths';
import { Missing, missingHead } from '../../../missing';
import { readPost, readTranslator } from '../../../reads';
import { readPageSlots } from '../../../slot-reads';
import { CommentsSection } from '../comments-section';
import { readShownThread } from '../shown-thread';

const names = {
  oldest: { title: 'thread.titleOldest', heading: 'thread.oldestFirst' },
  newest: { title: 'thread.titleNewest', heading: 'thread.newestFirst' },
  best: { title: 'thread.titleBest', heading: 'thread.bestFirst' },
} as const;

type Asked = { slug: string; order: string; after?: string };

/** The same comments as below the article, so search engines are led there. */
export async function sortedHead({ slug, order }: Asked): Promise<Metadata> {
  const post = await readPost(slug);
  if (!post || post.commentsMode === 'off' || !isOrder(order)) return missingHead();
  const t = await readTranslator();
  return {
    title: t(names[order].title, { title: titleOf(post) }),
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
  const t = await readTranslator();
  await readPageSlots(articleContext(post), post.id);
  return (
    <SlotLayout>
      <main id="content" className="page">
        <header className="thread-header">
          <p>{t(names[order].heading)}</p>
          <h1 dir="auto">
            <a href={paths.post(post.slug)}>{titleOf(post)}</a>
          </h1>
        </header>
        {thread ? (
          <CommentsSection post={post} part={{ order, after }} />
        ) : (
          <NoSuchPlace slug={post.slug} order={order} t={t} />
        )}
      </main>
    </SlotLayout>
  );
}

function NoSuchPlace({ slug, order, t }: { slug: string; order: string; t: Translator }) {
  return (
    <section className="comments">
      <p role="status">
        <Message
          parts={t.parts('thread.noPlace', {}, linksTo({ start: `${paths.commentsBy(slug, order)}#comments` }))}
        />
      </p>
    </section>
  );
}
