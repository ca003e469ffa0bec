import { adminText } from '@/components/text/server';
import { pageTitle } from '../../page-title';
import { EmptyState } from '@/components/admin/empty-state';
import { PageHeader } from '@/components/admin/page-header';
import { ImportRow } from '@/components/import/import-row';
import { UploadForm } from '@/components/import/upload-form';
import { importers, importLabelsIn } from '@/lib/import/importers/registry';
import { listImports } from '@/lib/import/queries';
import { paths } from '@/lib/web/paths';
import { verifyMessage } from '@/lib/secrets/signed-message';
import { uploadWords } from '@/lib/import/importers/upload-words';
import { getSettings } from '@/lib/settings/queries';
import { only } from '@/lib/web/search-params';
import { guardPage } from '../../guard';
import './import.css';

export const generateMetadata = pageTitle('Import');

const words = uploadWords(importers);

export default async function ImportPage({ searchParams }: PageProps<'/admin/import'>) {
  const t = await adminText();
  await guardPage('import.run', paths.admin.imports());
  const { problem } = await searchParams;
  const [imports, { timeZone }] = await Promise.all([listImports(), getSettings()]);
  return (
    <>
      <PageHeader
        title={t('Import')}
        lead={t('Import posts, comments, images and redirects from {systems}.', {
          systems: importLabelsIn(t.language),
        })}
      />
      <UploadForm action={paths.admin.importUpload()} problem={t.said(verifyMessage(only(problem)))} words={words} />
      <section aria-labelledby="so-far">
        <h2 id="so-far">{t('Past imports')}</h2>
        {imports.length > 0 ? (
          <ul className="rows">
            {imports.map((one) => (
              <ImportRow key={one.id} one={one} timeZone={timeZone} />
            ))}
          </ul>
        ) : (
          <EmptyState title={t('No imports yet')}>
            <p>
              {t(
                'Upload an export above: the preview lists what would be imported and changes nothing. Import posts first, and comments of other systems after them.',
              )}
            </p>
          </EmptyState>
        )}
      </section>
    </>
  );
}
