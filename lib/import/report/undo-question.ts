import { describeRemovedRedirects, inWords, type ImportReport } from './report';

type Known = Pick<ImportReport, 'created' | 'updated' | 'redirects'>;

/** What undoing an import would do, in sentences. `report`: null if the import did not finish. */
export function describeUndo(report: Known | null): string {
  if (!report)
    return 'Whatever this import added is deleted, and whatever it updated goes back to the earlier version, unless it was changed since. This cannot be undone, but you can import the file again.';
  const [added, updated] = [inWords(report.created), inWords(report.updated)];
  const sentences = [
    added && `What this import added (${added}) is deleted, unless it was changed or is in use here.`,
    updated && `What it updated (${updated}) goes back to the earlier version, unless it was changed since.`,
    report.redirects > 0 && describeRemovedRedirects(report.redirects),
  ].filter(Boolean);
  if (sentences.length === 0) return 'This import added and changed nothing, so undoing it deletes nothing.';
  return [...sentences, 'This cannot be undone, but you can import the file again.'].join(' ');
}
