import { ScrollingTable } from '@/components/ui/scrolling-table';
import { CoverageView } from './coverage-view';
import { Problems } from './problems';
import {
  countedKinds,
  describeHidden,
  describeRedirects,
  type CountedKind,
  type ImportReport,
} from '@/lib/import/report/report';

const labels: Record<CountedKind, string> = {
  posts: 'Posts',
  pages: 'Pages',
  comments: 'Comments',
  mentions: 'Pingbacks and trackbacks',
  authors: 'Authors',
  tags: 'Tags (categories too)',
  media: 'Images',
  files: 'Other files',
};

/** What an import added, or would add: counts, what stays hidden, addresses, and every item that needs attention. */
export function ReportView({ report, addresses }: { report: ImportReport; addresses: string | null }) {
  const { created, updated, skipped, redirects, dryRun } = report;
  const kinds = countedKinds.filter((kind) => created[kind] + updated[kind] + skipped[kind] > 0);
  const hidden = describeHidden(report.hidden);
  return (
    <div className="import-report">
      {report.remarks?.map((remark) => (
        <p className="notice" key={remark} dir="auto">
          {remark}
        </p>
      ))}
      {kinds.length > 0 && <Counts report={report} kinds={kinds} />}
      {hidden && <p>{`What was hidden stays hidden from readers: ${hidden}.`}</p>}
      <p>
        <span>{describeRedirects(report)}</span>{' '}
        {addresses && redirects > 0 && <a href={addresses}>Old and new addresses as CSV</a>}
      </p>
      {report.advice?.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {report.coverage && <CoverageView coverage={report.coverage} />}
      <Problems title={dryRun ? 'Would not be imported' : 'Not imported'} problems={report.failed} />
      <Problems title={dryRun ? 'Would be imported with changes' : 'Imported with changes'} problems={report.notes} />
    </div>
  );
}

function Counts({ report, kinds }: { report: ImportReport; kinds: CountedKind[] }) {
  const { created, updated, skipped, dryRun } = report;
  const title = dryRun ? 'What would be imported' : 'What was imported';
  return (
    <ScrollingTable label={title}>
      <caption className="hidden-visually">{title}</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">{dryRun ? 'Would be new' : 'New'}</th>
          <th scope="col">{dryRun ? 'Would be updated' : 'Updated'}</th>
          <th scope="col">Already imported</th>
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">{labels[kind]}</th>
            <td>{created[kind]}</td>
            <td>{updated[kind]}</td>
            <td>{skipped[kind]}</td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}
