import { PageHeader } from '@/components/admin/page-header';
import { ImportForm } from '@/components/redirects/import-form';
import { adminText } from '@/components/text/server';
import { MAX_IMPORTED } from '@/lib/redirects/redirect-table';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { pageTitle } from '../../../page-title';
import { importRedirectsAction } from '../actions';
import '../redirects.css';

export const generateMetadata = pageTitle('Import redirects');

/** Redirects from a table, all or none. */
export default async function ImportRedirectsPage() {
  const t = await adminText();
  await guardPage('settings.edit', paths.admin.importRedirects());
  return (
    <>
      <PageHeader
        title={t('Import redirects')}
        lead={t('A table with the columns from, to, status and kind; the last two may be left out.')}
      >
        <a className="button" href={paths.admin.redirects()}>
          {t('Redirects')}
        </a>
      </PageHeader>
      <p>
        {t(
          'The status is 301, 302 or 410, the kind exact or prefix. At most {count, number} redirects at once; if one of them cannot be used, none is imported.',
          { count: MAX_IMPORTED },
        )}
      </p>
      <ImportForm action={importRedirectsAction} />
    </>
  );
}
