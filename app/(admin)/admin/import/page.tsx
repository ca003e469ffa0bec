import type { Metadata } from 'next';
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

export const metadata: Metadata = { title: 'Import' };

const words = uploadWords(importers);

export default async function ImportPage({ searchParams }: PageProps<'/admin/import'>) {
  await guardPage('import.run', paths.admin.imports());
  const { problem } = await searchParams;
  const [imports, { timeZone }] = await Promise.all([listImports(), getSettings()]);
  return (
    <>
      <PageHeader title="Import" lead={`Import posts, comments, images and redirects from ${importLabelsIn('en')}.`} />
      <UploadForm action={paths.admin.importUpload()} problem={verifyMessage(only(problem))} words={words} />
      <section aria-labelledby="so-far">
        <h2 id="so-far">Past imports</h2>
        {imports.length > 0 ? (
          <ul className="rows">
            {imports.map((one) => (
              <ImportRow key={one.id} one={one} timeZone={timeZone} />
            ))}
          </ul>
        ) : (
          <EmptyState title="No imports yet">
            {importers.map(({ id, words: { form } }) => (
              <p key={id}>{form.start}</p>
            ))}
          </EmptyState>
        )}
      </section>
    </>
  );
}
