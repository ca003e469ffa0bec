import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { SlotLayout } from '@/components/slots/slot-layout';
import { addressOfPage } from '@/lib/comments/addresses';
import { paths } from '@/lib/web/paths';
import { titleOf } from '@/lib/posts/title';
import { articleContext } from '@/lib/slots/placement-rules';
import { decoded } from '../../../../addresses';
import { Missing, missingHead } from '../../../../missing';
import { readPost, readThread, readTranslator } from '../../../../reads';
import { readPageSlots } from '../../../../slot-reads';
import { CommentsSection } from '../../comments-section';

type Props = PageProps<'/[slug]/comments/page/[page]'>;

// Rendered on first request and cached: the build has no database.
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, page } = await params;
  const post = await findDiscussed(slug, page);
  if (!post) return missingHead();
  const t = await readTranslator();
  return {
    title: t('thread.titleOfPage', { title: titleOf(post), page }),
    alternates: { canonical: paths.commentPage(post.slug, Number(page)) },
  };
}

export default async function ThreadPage({ params }: Props) {
  const { slug, page } = await params;
  const post = await findDiscussed(slug, page);
  if (!post) return <Missing />;
  if (page === '1') permanentRedirect(await addressOfPage(post.slug, 1));
  const t = await readTranslator();
  await readPageSlots(articleContext(post), post.id);
  return (
    <SlotLayout>
      <main id="content" className="page">
        <header className="thread-header">
          <p>{t('thread.page', { page })}</p>
          <h1 dir="auto">
            <a href={paths.post(post.slug)}>{titleOf(post)}</a>
          </h1>
        </header>
        <CommentsSection post={post} part={{ page: Number(page) }} />
      </main>
    </SlotLayout>
  );
}

/** The post, if its thread has this page. */
async function findDiscussed(slug: string, page: string) {
  const post = await readPost(decoded(slug));
  if (!post || post.commentsMode === 'off' || !/^[1-9]\d{0,5}$/.test(page)) return null;
  return (await readThread(post.id, Number(page))) && post;
}
