import { useText } from '#text';
import type { ReactNode } from 'react';
import { msg } from '@/lib/i18n/admin/msg';
import { ScrollingTable } from '@/components/ui/scrolling-table';
import { CoverageView } from './coverage-view';
import { Problems } from './problems';
import { describeHidden, describeRedirects } from '@/lib/import/report/changes-in-words';
import { countedKinds, type CountedKind } from '@/lib/import/report/counts';
import type { ImportReport } from '@/lib/import/report/report';

const labels: Record<CountedKind, string> = {
  posts: msg('Posts'),
  pages: msg('Pages'),
  comments: msg('Comments'),
  mentions: msg('Pingbacks and trackbacks'),
  authors: msg('Authors'),
  tags: msg('Tags (categories too)'),
  media: msg('Images'),
  files: msg('Other files'),
};

type Props = {
  report: ImportReport;
  addresses: string | null;
  /** Address of the report as CSV. */ table: string;
  children?: ReactNode;
};

/** What an import added, or would add: counts, what stays hidden, addresses, and every item that needs attention. */
export function ReportView({ report, addresses, table, children }: Props) {
  const t = useText();
  const { created, updated, skipped, redirects, dryRun } = report;
  const kinds = countedKinds.filter((kind) => created[kind] + updated[kind] + skipped[kind] > 0);
  const hidden = describeHidden(report.hidden, t);
  return (
    <div className="import-report">
      {report.remarks?.map((remark) => (
        <p className="notice" key={remark} dir="auto">
          {t.said(remark)}
        </p>
      ))}
      {kinds.length > 0 && <Counts report={report} kinds={kinds} />}
      {hidden && <p>{t('What was hidden stays hidden from readers: {hidden}.', { hidden })}</p>}
      <p>
        <span>{describeRedirects(report, t)}</span>{' '}
        {addresses && redirects > 0 && <a href={addresses}>{t('Old and new addresses as CSV')}</a>}
      </p>
      <p>
        <a href={table}>{t('This report as CSV')}</a>
      </p>
      {report.advice?.map((line) => (
        <p key={line}>{t.said(line)}</p>
      ))}
      {children}
      {report.coverage && <CoverageView coverage={report.coverage} />}
      <Problems title={dryRun ? t('Would not be imported') : t('Not imported')} problems={report.failed} />
      <Problems
        title={dryRun ? t('Would be imported with changes') : t('Imported with changes')}
        problems={report.notes}
      />
    </div>
  );
}

function Counts({ report, kinds }: { report: ImportReport; kinds: CountedKind[] }) {
  const t = useText();
  const { created, dryRun } = report;
  const title = dryRun ? t('What would be imported') : t('What was imported');
  const others = [
    { title: dryRun ? t('Would be updated') : t('Updated'), counts: report.updated },
    { title: t('Already imported'), counts: report.skipped },
  ].filter(({ counts }) => kinds.some((kind) => counts[kind] > 0));
  const columns = [{ title: dryRun ? t('Would be new') : t('New'), counts: created }, ...others];
  return (
    <ScrollingTable label={title}>
      <caption className="hidden-visually">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('What')}</th>
          {columns.map((column) => (
            <th scope="col" key={column.title}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">{t(labels[kind])}</th>
            {columns.map((column) => (
              <td key={column.title}>{column.counts[kind]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}
