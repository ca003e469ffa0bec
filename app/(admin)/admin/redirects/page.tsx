import { BulkForm } from '@/components/admin/bulk-form';
import { ListShortcuts } from '@/components/admin/list-shortcuts';
import { PageHeader } from '@/components/admin/page-header';
import { sortedBy, sortingOf } from '@/components/admin/sorted-column';
import { ImportForm } from '@/components/redirects/import-form';
import { PagedCount } from '@/components/redirects/paged-count';
import { RedirectFilters } from '@/components/redirects/redirect-filters';
import { RedirectTable } from '@/components/redirects/redirect-table';
import { adminText } from '@/components/text/server';
import { findAnswer } from '@/lib/actions/form-answer';
import { findRedirectPage } from '@/lib/redirects/admin-queries';
import { readWanted, redirectColumns, type Order, type RedirectColumn } from '@/lib/redirects/list-filter';
import { MAX_IMPORTED } from '@/lib/redirects/redirect-table';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { only, withQuery } from '@/lib/web/search-params';
import { FiltersOf } from '../saved-filters/filters-of';
import { guardPage } from '../../guard';
import { pageTitle } from '../../page-title';
import { importRedirectsAction, runRedirectBulkAction } from './actions';
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
  const address = (to: number, by = order) =>
    withQuery(paths.admin.redirects(), {
      q: search,
      sort: by === 'newest' ? '' : by,
      page: to === 1 ? '' : String(to),
    });
  const sorting = sortingOf<RedirectColumn, Order>({
    orders: redirectColumns,
    fromStart: ['from'],
    sorted: sortedBy<RedirectColumn, Order>(redirectColumns, order),
    href: (by) => address(1, by),
  });
  return (
    <>
      <PageHeader title={t('Redirects')} lead={t('Where readers of former addresses are sent.')}>
        <a className="button button--primary" href={paths.admin.newRedirect()}>
          {t('Add redirect')}
        </a>
        <a className="button" href={paths.admin.missingAddresses()}>
          {t('404 log')}
        </a>
        <a className="button" href={paths.admin.exportRedirects()} download>
          {t('Export##verb')}
        </a>
      </PageHeader>
      <RedirectFilters search={search} order={order} />
      <FiltersOf actor={actor} list="redirects" base={paths.admin.redirects()} search={query} />
      <BulkForm
        action={runRedirectBulkAction}
        answer={answer}
        buttons={
          <button className="button button--danger" name="intent" value="delete">
            {t('Delete')}
          </button>
        }
      >
        {redirects.length > 0 && <RedirectTable redirects={redirects} timeZone={timeZone} sorting={sorting} />}
      </BulkForm>
      {redirects.length === 0 ? (
        <p className="quiet">{search ? t('No redirect has this in its addresses.') : t('No redirects yet.')}</p>
      ) : (
        <>
          <PagedCount {...{ first, page, pages, total, address }} shown={redirects.length} />
        </>
      )}
      <section className="section" aria-labelledby="import-redirects">
        <header>
          <h2 id="import-redirects">{t('Import CSV')}</h2>
          <p>
            {t(
              'A CSV file with the columns from, to, status (301, 302 or 410) and kind (exact or prefix); the last two may be left out. At most {count, number} redirects at once; if one of them cannot be used, none is imported.',
              { count: MAX_IMPORTED },
            )}
          </p>
        </header>
        <ImportForm action={importRedirectsAction} />
      </section>
      <ListShortcuts />
    </>
  );
}
