import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import '../../../../_styles/page-preview.css';
import { guardPage } from '../../../../guard';
import { PageHeader } from '@/components/admin/page-header';
import { PreviewFrame } from '@/components/looks/preview-frame';
import { adminText } from '@/components/text/server';
import { findOwnPreview } from '@/lib/posts/previews/preview-links';
import { titleOf } from '@/lib/posts/title';
import { paths } from '@/lib/web/paths';

type Props = PageProps<'/admin/posts/[id]/preview'>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await adminText();
  return { title: t('Preview') };
}

/** A post or page with its newest text, as wide as a phone, a tablet or a desk. */
export default async function PostPreviewPage({ params }: Props) {
  const t = await adminText();
  const { id } = await params;
  const actor = await guardPage('posts.write', paths.admin.postPreview(id));
  const post = await findOwnPreview(actor, id);
  if (!post) notFound();
  const title = t('Preview: {title}', { title: titleOf(post) });
  return (
    <>
      <PageHeader title={title} />
      <p className="quiet">
        <a href={paths.admin.post(id)}>{t('Back to the editor')}</a>
        <span>{` · ${t('Ad slots are left out. A private link for others is under Post settings.')}`}</span>
      </p>
      <PreviewFrame name="post-preview" src={paths.admin.postInFrame(id)} title={title} />
    </>
  );
}
