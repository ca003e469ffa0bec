import { PageHeader } from '@/components/admin/page-header';
import { PagedCount } from '@/components/redirects/paged-count';
import { RedirectFilters } from '@/components/redirects/redirect-filters';
import { RedirectTable } from '@/components/redirects/redirect-table';
import { adminText } from '@/components/text/server';
import { FormAnswer } from '@/components/ui/form-answer';
import { findAnswer } from '@/lib/actions/form-answer';
import { findRedirectPage } from '@/lib/redirects/admin-queries';
import { readWanted } from '@/lib/redirects/list-filter';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { only, withQuery } from '@/lib/web/search-params';
import { guardPage } from '../../guard';
import { pageTitle } from '../../page-title';
import './redirects.css';

export const generateMetadata = pageTitle('Redirects');

/** Where former addresses lead, and how often they are asked for. */
export default async function RedirectsPage({ searchParams }: PageProps<'/admin/redirects'>) {
  const t = await adminText();
  const actor = await guardPage('settings.edit', paths.admin.redirects());
  const query = await searchParams;
  const wanted = readWanted({ q: only(query.q), sort: only(query.sort), page: only(query.page) });
  const [{ redirects, total, page, pages, first }, { timeZone }, answer] = await Promise.all([
    findRedirectPage(actor, wanted),
    getSettings(),
    findAnswer(),
  ]);
  const { search, order } = wanted;
  const address = (to: number) =>
    withQuery(paths.admin.redirects(), {
      q: search,
      sort: order === 'newest' ? '' : order,
      page: to === 1 ? '' : String(to),
    });
  return (
    <>
      <PageHeader title={t('Redirects')} lead={t('Where readers of former addresses are sent.')}>
        <a className="button button--primary" href={paths.admin.newRedirect()}>
          {t('Add redirect')}
        </a>
        <a className="button" href={paths.admin.missingAddresses()}>
          {t('Addresses not found')}
        </a>
        <a className="button" href={paths.admin.importRedirects()}>
          {t('Import##verb')}
        </a>
        <a className="button" href={paths.admin.exportRedirects()} download>
          {t('Export##verb')}
        </a>
      </PageHeader>
      <FormAnswer state={answer} />
      <RedirectFilters search={search} order={order} />
      {redirects.length === 0 ? (
        <p className="quiet">{search ? t('No redirect has this in its addresses.') : t('No redirects yet.')}</p>
      ) : (
        <>
          <RedirectTable redirects={redirects} timeZone={timeZone} />
          <PagedCount {...{ first, page, pages, total, address }} shown={redirects.length} />
        </>
      )}
    </>
  );
}
