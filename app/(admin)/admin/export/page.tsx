import { PageHeader } from '@/components/admin/page-header';
import { ExportForm } from '@/components/export/export-form';
import { adminText } from '@/components/text/server';
import { exportDownloads } from '@/lib/export/formats';
import { verifyMessage } from '@/lib/secrets/signed-message';
import { only } from '@/lib/web/search-params';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../guard';
import { pageTitle } from '../../page-title';
import { exportAction } from './actions';
import './export.css';

export const generateMetadata = pageTitle('Export');

export default async function ExportPage({ searchParams }: PageProps<'/admin/export'>) {
  await guardPage('site.export', paths.admin.export());
  const [t, { problem }] = await Promise.all([adminText(), searchParams]);
  const formats = exportDownloads.map(({ id, label, description, leavesOut }) => ({
    id,
    label,
    description,
    leavesOut,
  }));
  return (
    <>
      <PageHeader
        title={t('Export')}
        lead={t('Download a copy of the site to keep, to read or to move to another system. The site stays as it is.')}
      />
      <ExportForm action={exportAction} problem={t.said(verifyMessage(only(problem)))} formats={formats} />
    </>
  );
}
