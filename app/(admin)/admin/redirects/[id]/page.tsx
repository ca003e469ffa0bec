import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/admin/page-header';
import { redirectFields } from '@/components/redirects/redirect-fields';
import { adminText } from '@/components/text/server';
import { FieldsForm } from '@/components/ui/fields-form';
import { findRedirectById } from '@/lib/redirects/admin-queries';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { pageTitle } from '../../../page-title';
import { changeRedirectAction, removeRedirectAction } from '../actions';

export const generateMetadata = pageTitle('Redirect');

/** One redirect, to change or delete. */
export default async function RedirectPage({ params }: PageProps<'/admin/redirects/[id]'>) {
  const t = await adminText();
  const { id } = await params;
  const actor = await guardPage('settings.edit', paths.admin.redirect(id));
  const redirect = await findRedirectById(actor, id);
  if (!redirect) notFound();
  return (
    <>
      <PageHeader title={redirect.from}>
        <a className="button" href={paths.admin.redirects()}>
          {t('Redirects')}
        </a>
      </PageHeader>
      <section className="section" aria-labelledby="redirect">
        <h2 id="redirect">{t('Redirect')}</h2>
        <FieldsForm
          action={changeRedirectAction}
          hidden={{ id }}
          fields={redirectFields(t, redirect)}
          submit={t('Save redirect')}
        />
      </section>
      <section className="section" aria-labelledby="delete-redirect">
        <h2 id="delete-redirect">{t('Delete')}</h2>
        <FieldsForm
          action={removeRedirectAction}
          hidden={{ id }}
          fields={[]}
          submit={t('Delete redirect')}
          question={{
            title: t('Delete this redirect?'),
            what: t('Readers who ask for its source will find nothing there. Its count goes with it.'),
          }}
        />
      </section>
    </>
  );
}
