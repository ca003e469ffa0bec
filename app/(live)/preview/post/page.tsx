import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { guardPage } from '@/app/(admin)/guard';
import { readSite } from '@/app/(site)/reads';
import { ArticlePage } from '@/components/posts/article-page';
import { noSlots, setPageSlots } from '@/components/slots/page-slots';
import { findOwnPreview } from '@/lib/posts/previews/preview-links';
import { paths } from '@/lib/web/paths';

type Props = PageProps<'/preview/post'>;

export const metadata: Metadata = { robots: { index: false, follow: false } };

/** The newest text of a post in the frame of its preview, for those who may edit it. */
export default async function PostInFrame({ searchParams }: Props) {
  const { id } = await searchParams;
  if (typeof id !== 'string') notFound();
  const actor = await guardPage('posts.write', paths.admin.postPreview(id));
  const [{ settings }, post] = await Promise.all([readSite(), findOwnPreview(actor, id)]);
  if (!post) notFound();
  setPageSlots(noSlots);
  return <ArticlePage post={post} dates={settings} layout={settings.articleLayout} isPreview />;
}
