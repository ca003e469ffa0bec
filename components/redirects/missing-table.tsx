import { useText } from '#text';
import { RowCheck } from '@/components/admin/bulk-form';
import { SortedColumn, type Sorting } from '@/components/admin/sorted-column';
import { ScrollingTable } from '@/components/ui/scrolling-table';
import type { ListedMissing } from '@/lib/redirects/admin-queries';
import type { MissingColumn } from '@/lib/redirects/list-filter';
import { shortMoment } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';

type Props = { addresses: ListedMissing[]; timeZone: string; sorting: Record<MissingColumn, Sorting> };

/** Addresses that were not found, each with a link to the form of a redirect from there. */
export function MissingTable({ addresses, timeZone, sorting }: Props) {
  const t = useText();
  return (
    <ScrollingTable label={t('404 log')}>
      <thead>
        <tr>
          <th scope="col" className="table__check">
            <span className="hidden-visually">{t('Select')}</span>
          </th>
          <SortedColumn name={t('Address')} {...sorting.address} />
          <SortedColumn name={t('Times##count')} className="redirect-number" {...sorting.count} />
          <SortedColumn name={t('Last asked for')} {...sorting.last} />
          <th scope="col">{t('Referrer')}</th>
          <th scope="col">{t('Action')}</th>
        </tr>
      </thead>
      <tbody className="rows">
        {addresses.map(({ address, count, lastAt, referrer }) => (
          <tr key={address}>
            <td className="table__check">
              <RowCheck id={address} name={address} />
            </td>
            <th scope="row" className="redirect-address" dir="ltr">
              {address}
            </th>
            <td className="redirect-number">{count.toLocaleString(t.language)}</td>
            <td>
              <time dateTime={lastAt.toISOString()}>{shortMoment(lastAt, { timeZone, language: t.language })}</time>
            </td>
            <td dir="ltr">{referrer}</td>
            <td className="redirect-action">
              <RedirectLink address={address} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}

function RedirectLink({ address }: { address: string }) {
  const t = useText();
  return (
    <a href={paths.admin.newRedirect(address)}>
      <span>{t('Redirect##verb')}</span>
      <span className="hidden-visually">{` ${address}`}</span>
    </a>
  );
}
