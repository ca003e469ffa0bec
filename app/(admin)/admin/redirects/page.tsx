import { Pager } from '@/components/admin/pager';
import { PageHeader } from '@/components/admin/page-header';
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
      </PageHeader>
      <FormAnswer state={answer} />
      <RedirectFilters search={search} order={order} />
      {redirects.length === 0 ? (
        <p className="quiet">{search ? t('No redirect has this in its addresses.') : t('No redirects yet.')}</p>
      ) : (
        <>
          <p className="quiet">
            {t('{first, number}–{last, number} of {total, number}', {
              first: first + 1,
              last: first + redirects.length,
              total,
            })}
          </p>
          <RedirectTable redirects={redirects} timeZone={timeZone} />
          <Pager first={page > 1 ? address(1) : undefined} next={page < pages ? address(page + 1) : undefined} />
        </>
      )}
    </>
  );
}
