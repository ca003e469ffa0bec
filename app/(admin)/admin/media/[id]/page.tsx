import { adminText } from '@/components/text/server';
import { pageTitle } from '../../../page-title';
import { notFound } from 'next/navigation';
import { guardPage } from '../../../guard';
import { setSiteImageAction } from '../../settings/identity/actions';
import { cropImageAction, describeMediaAction, setFocusAction, setMediaDeletedAction } from '../actions';
import { ImageFraming } from '@/components/admin/image-framing';
import { MediaForm } from '@/components/admin/media-form';
import { PageHeader } from '@/components/admin/page-header';
import { UsedIn } from '@/components/admin/used-in';
import { SiteUses } from '@/components/identity/site-uses';
import { UseForSite } from '@/components/identity/use-for-site';
import { can, type Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/platform/errors';
import { getMedia } from '@/lib/media/library';
import { paths } from '@/lib/web/paths';

export const generateMetadata = pageTitle('Image');

export default async function AdminImagePage({ params }: PageProps<'/admin/media/[id]'>) {
  const t = await adminText();
  const { id } = await params;
  const actor = await guardPage('media.upload', paths.admin.image(id));
  const media = await findMedia(actor, id);
  return (
    <>
      <PageHeader
        title={media.fileName || t('Image')}
        lead={t('{width} × {height} pixels, {size} kB', {
          width: media.width,
          height: media.height,
          size: Math.ceil(media.bytes / 1024),
        })}
      >
        <a className="button" href={media.isRemoved ? paths.admin.removedMedia() : paths.admin.media()}>
          {media.isRemoved ? t('Removed images') : t('All images')}
        </a>
      </PageHeader>
      <div className="media-page">
        <div>
          <img
            className="media-page__image"
            src={media.url}
            alt={media.alt}
            width={media.width}
            height={media.height}
          />
          {!media.isRemoved && <ImageFraming image={media} setFocus={setFocusAction} crop={cropImageAction} />}
        </div>
        <div>
          <MediaForm media={media} describe={describeMediaAction} setDeleted={setMediaDeletedAction} />
          <h2>{t('Used in')}</h2>
          <SiteUses roles={media.siteRoles} />
          <UsedIn {...media} />
          {can(actor, 'settings.edit') && !media.isRemoved && (
            <UseForSite action={setSiteImageAction} mediaId={media.id} />
          )}
        </div>
      </div>
    </>
  );
}

async function findMedia(actor: Actor, id: string) {
  try {
    return await getMedia(actor, id, { evenRemoved: true });
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}
