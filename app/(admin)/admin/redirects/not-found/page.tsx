import { BulkForm } from '@/components/admin/bulk-form';
import { ListShortcuts } from '@/components/admin/list-shortcuts';
import { PageHeader } from '@/components/admin/page-header';
import { sortedBy, sortingOf } from '@/components/admin/sorted-column';
import { MissingTable } from '@/components/redirects/missing-table';
import { PagedCount } from '@/components/redirects/paged-count';
import { adminText } from '@/components/text/server';
import { FieldsForm } from '@/components/ui/fields-form';
import { FormAnswer } from '@/components/ui/form-answer';
import { findAnswer } from '@/lib/actions/form-answer';
import { findMissingPage } from '@/lib/redirects/admin-queries';
import {
  missingColumns,
  readMissingOrder,
  readPage,
  type MissingColumn,
  type MissingOrder,
} from '@/lib/redirects/list-filter';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { only, withQuery } from '@/lib/web/search-params';
import { guardPage } from '../../../guard';
import { pageTitle } from '../../../page-title';
import { emptyMissingAction, forgetMissingAction } from '../actions';
import '../redirects.css';

export const generateMetadata = pageTitle('404 log');

/** Addresses that readers asked for and that this site does not have. */
export default async function MissingAddressesPage({ searchParams }: PageProps<'/admin/redirects/not-found'>) {
  const t = await adminText();
  const actor = await guardPage('settings.edit', paths.admin.missingAddresses());
  const query = await searchParams;
  const order = readMissingOrder(only(query.sort));
  const [{ addresses, total, page, pages, first }, { timeZone }, answer] = await Promise.all([
    findMissingPage(actor, { order, page: readPage(only(query.page)) }),
    getSettings(),
    findAnswer(),
  ]);
  const address = (to: number, by = order) =>
    withQuery(paths.admin.missingAddresses(), {
      sort: by === 'most' ? '' : by,
      page: to === 1 ? '' : String(to),
    });
  const sorting = sortingOf<MissingColumn, MissingOrder>({
    orders: missingColumns,
    fromStart: ['address'],
    sorted: sortedBy<MissingColumn, MissingOrder>(missingColumns, order),
    href: (by) => address(1, by),
  });
  return (
    <>
      <PageHeader
        title={t('404 log')}
        lead={t('The last 30 days, without what scanners ask every site for. No visitor data is stored.')}
      >
        <a className="button" href={paths.admin.redirects()}>
          {t('Redirects')}
        </a>
      </PageHeader>
      <FormAnswer state={answer} />
      {total === 0 ? (
        <p className="quiet">{t('No missing addresses so far.')}</p>
      ) : (
        <>
          <BulkForm
            action={forgetMissingAction}
            buttons={
              <button className="button" name="intent" value="forget">
                {t('Take from the list')}
              </button>
            }
          >
            <MissingTable addresses={addresses} timeZone={timeZone} sorting={sorting} />
          </BulkForm>
          <PagedCount {...{ first, page, pages, total, address }} shown={addresses.length} />
          <FieldsForm
            action={emptyMissingAction}
            fields={[]}
            submit={t('Empty the list')}
            question={{
              title: t('Empty this list?'),
              what: t('Addresses that are asked for again come back to it.'),
            }}
          />
          <ListShortcuts />
        </>
      )}
    </>
  );
}
