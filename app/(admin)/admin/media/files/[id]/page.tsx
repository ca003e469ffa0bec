import { notFound } from 'next/navigation';
import { CopiedAddress } from '@/components/admin/copied-address';
import { FileForm } from '@/components/admin/file-form';
import { PageHeader } from '@/components/admin/page-header';
import { UsedIn } from '@/components/admin/used-in';
import { adminText } from '@/components/text/server';
import type { Actor } from '@/lib/auth/actor';
import { getFile } from '@/lib/media/files/library';
import { AppError } from '@/lib/platform/errors';
import { env } from '@/lib/platform/env';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../../guard';
import { pageTitle } from '../../../../page-title';
import { renameFileAction, setFileDeletedAction } from '../actions';
import { factsOf } from '../listed-file';

export const generateMetadata = pageTitle('File');

export default async function AdminFilePage({ params }: PageProps<'/admin/media/files/[id]'>) {
  const t = await adminText();
  const { id } = await params;
  const actor = await guardPage('media.upload', paths.admin.file(id));
  const [file, { timeZone }] = await Promise.all([findFile(actor, id), getSettings()]);
  return (
    <>
      <PageHeader title={file.fileName} lead={factsOf(file, { timeZone, t }).join(' · ')}>
        <a className="button" href={file.isRemoved ? paths.admin.removedMedia() : paths.admin.files(file.kind)}>
          {file.isRemoved ? t('Removed files') : t('All files')}
        </a>
      </PageHeader>
      <div className="media-page">
        <div>
          <CopiedAddress address={env().siteUrl + file.url} />
          <p>
            <a href={file.url} target="_blank" rel="noreferrer">
              {file.kind === 'document' ? t('Download') : t('Open')}
            </a>
          </p>
        </div>
        <div>
          {file.isOwn && <FileForm file={file} rename={renameFileAction} setDeleted={setFileDeletedAction} />}
          <h2>{t('Used in')}</h2>
          <UsedIn {...file} />
        </div>
      </div>
    </>
  );
}

async function findFile(actor: Actor, id: string) {
  try {
    return await getFile(actor, id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}
