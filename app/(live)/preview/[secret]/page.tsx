import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PostArticle } from '@/components/posts/post-article';
import { PreviewNote } from '@/components/posts/preview-note';
import { findPreview } from '@/lib/posts/preview-links';
import { titleOf } from '@/lib/posts/title';
import { readSite } from '../../../(site)/reads';

type Props = PageProps<'/preview/[secret]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const preview = await findPreview((await params).secret);
  const title = preview ? `Preview: ${titleOf(preview.post)}` : 'Preview';
  return { title, robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

/** The newest text of a post, for whoever was given the secret address. */
export default async function PreviewPage({ params }: Props) {
  const [site, preview] = await Promise.all([readSite(), findPreview((await params).secret)]);
  if (!preview) notFound();
  return (
    <main id="content" className="page">
      <PreviewNote state={preview.state} expiresAt={preview.expiresAt} dates={site.settings} />
      <PostArticle post={preview.post} dates={site.settings} />
    </main>
  );
}
