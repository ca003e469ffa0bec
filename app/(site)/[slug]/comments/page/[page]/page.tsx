import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { SlotLayout } from '@/components/slots/slot-layout';
import { paths } from '@/lib/paths';
import { titleOf } from '@/lib/posts/title';
import { articleContext } from '@/lib/slots/planning';
import { decoded } from '../../../../addresses';
import { Missing } from '../../../../missing';
import { readPost, readThread } from '../../../../reads';
import { readPageSlots } from '../../../../slot-reads';
import { CommentsSection } from '../../comments-section';

type Props = PageProps<'/[slug]/comments/page/[page]'>;

// Rendered when first asked for, and kept: the build has no database.
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug: segment, page } = await params;
  const slug = decoded(segment);
  const post = await readPost(slug);
  if (!post) return {};
  return {
    title: `Comments on ${titleOf(post)}, page ${page}`,
    alternates: { canonical: paths.commentPage(slug, Number(page)) },
  };
}

export default async function ThreadPage({ params }: Props) {
  const { slug: segment, page } = await params;
  const slug = decoded(segment);
  const post = await readPost(slug);
  if (!post || post.commentsMode === 'off' || !/^[1-9]\d{0,5}$/.test(page)) return <Missing />;
  if (page === '1') permanentRedirect(paths.post(slug));
  const thread = await readThread(post.id, Number(page));
  if (!thread) return <Missing />;
  await readPageSlots(articleContext(post));
  return (
    <SlotLayout>
      <main id="content" className="page">
        <header className="thread-head">
          <p>{`Comments, page ${page}`}</p>
          <h1 dir="auto">
            <a href={paths.post(slug)}>{titleOf(post)}</a>
          </h1>
        </header>
        <CommentsSection post={post} page={Number(page)} />
      </main>
    </SlotLayout>
  );
}
