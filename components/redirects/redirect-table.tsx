import { useText } from '#text';
import { RowCheck } from '@/components/admin/bulk-form';
import { SortedColumn, type Sorting } from '@/components/admin/sorted-column';
import { ScrollingTable } from '@/components/ui/scrolling-table';
import { msg } from '@/lib/i18n/admin/msg';
import type { ListedRedirect } from '@/lib/redirects/admin-queries';
import type { RedirectColumn } from '@/lib/redirects/list-filter';
import { shortMoment } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';

const kinds = { exact: msg('Exact'), prefix: msg('Prefix') };
const makers: Record<string, string> = {
  manual: msg('By hand'),
  'slug-change': msg('Changed slug'),
  import: msg('Import'),
};

type Props = { redirects: ListedRedirect[]; timeZone: string; sorting: Record<RedirectColumn, Sorting> };

/** Redirects with what they were used for; each source links to its form. */
export function RedirectTable({ redirects, timeZone, sorting }: Props) {
  const t = useText();
  return (
    <ScrollingTable label={t('Redirects')}>
      <thead>
        <tr>
          <th scope="col" className="table__check">
            <span className="hidden-visually">{t('Select')}</span>
          </th>
          <SortedColumn name={t('From##address')} {...sorting.from} />
          <th scope="col">{t('To##address')}</th>
          <th scope="col">{t('Status')}</th>
          <th scope="col">{t('Kind')}</th>
          <th scope="col">{t('Made by')}</th>
          <SortedColumn name={t('Hits')} className="redirect-number" {...sorting.hits} />
          <SortedColumn name={t('Last hit')} {...sorting.last} />
        </tr>
      </thead>
      <tbody className="rows">
        {redirects.map(({ id, from, to, status, kind, source, hitCount, lastHitAt }) => (
          <tr key={id}>
            <td className="table__check">
              <RowCheck id={id} name={from} />
            </td>
            <th scope="row" className="redirect-address">
              <a href={paths.admin.redirect(id)} dir="ltr">
                {from}
              </a>
            </th>
            <td className="redirect-address">{to && <bdi>{to}</bdi>}</td>
            <td>{status}</td>
            <td>{t(kinds[kind])}</td>
            <td>{t(makers[source] ?? source)}</td>
            <td className="redirect-number">{hitCount.toLocaleString(t.language)}</td>
            <td>
              {lastHitAt && (
                <time dateTime={lastHitAt.toISOString()}>
                  {shortMoment(lastHitAt, { timeZone, language: t.language })}
                </time>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}
