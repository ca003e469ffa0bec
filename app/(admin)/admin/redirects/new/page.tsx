import { PageHeader } from '@/components/admin/page-header';
import { redirectFields } from '@/components/redirects/redirect-fields';
import { adminText } from '@/components/text/server';
import { FieldsForm } from '@/components/ui/fields-form';
import { MAX_FROM_LENGTH } from '@/lib/redirects/redirect';
import { paths } from '@/lib/web/paths';
import { only } from '@/lib/web/search-params';
import { guardPage } from '../../../guard';
import { pageTitle } from '../../../page-title';
import { addRedirectAction } from '../actions';

export const generateMetadata = pageTitle('Add redirect');

/** The form of a new redirect, filled in with the address in the query. */
export default async function NewRedirectPage({ searchParams }: PageProps<'/admin/redirects/new'>) {
  const t = await adminText();
  const from = only((await searchParams).from).slice(0, MAX_FROM_LENGTH);
  await guardPage('settings.edit', paths.admin.newRedirect(from));
  return (
    <>
      <PageHeader title={t('Add redirect')}>
        <a className="button" href={paths.admin.redirects()}>
          {t('Redirects')}
        </a>
      </PageHeader>
      <FieldsForm action={addRedirectAction} fields={redirectFields(t, { from })} submit={t('Add redirect')} />
    </>
  );
}
