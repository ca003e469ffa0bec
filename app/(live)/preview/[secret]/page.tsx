import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readSite } from '@/app/(site)/reads';
import { ArticlePage } from '@/components/posts/article-page';
import { PreviewNote } from '@/components/posts/preview-note';
import { noSlots, setPageSlots } from '@/components/slots/page-slots';
import { adminText } from '@/components/text/server';
import { findPreview } from '@/lib/posts/previews/preview-links';
import { titleOf } from '@/lib/posts/title';

type Props = PageProps<'/preview/[secret]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const preview = await findPreview((await params).secret);
  const t = await adminText();
  const title = preview ? t('Preview: {title}', { title: titleOf(preview.post) }) : t('Preview');
  return { title, robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

/** The newest text of a post, for anyone with its private preview link. */
export default async function PreviewPage({ params }: Props) {
  const [site, preview] = await Promise.all([readSite(), findPreview((await params).secret)]);
  if (!preview) notFound();
  setPageSlots(noSlots);
  return (
    <ArticlePage
      post={preview.post}
      dates={site.settings}
      top={<PreviewNote state={preview.state} expiresAt={preview.expiresAt} dates={site.settings} />}
      isPreview
    />
  );
}
