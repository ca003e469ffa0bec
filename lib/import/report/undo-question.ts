import type { AdminText } from '@/lib/i18n/admin/admin-text';
import { longDay } from '@/lib/time/site-time';
import type { UndoPeriod } from '../running/undo-period';
import { describeRemovedRedirects } from './changes-in-words';
import { countsInWords } from './counts-in-words';
import type { ImportReport } from './report';

/** Until when an import can be undone, or could be. */
export function undoSentence({ until, isOver }: UndoPeriod, timeZone: string, t: AdminText): string {
  const day = longDay(until, timeZone, t.language);
  return isOver ? t('Could be undone until {day}', { day }) : t('Can be undone until {day}', { day });
}

type Known = Pick<ImportReport, 'created' | 'updated' | 'redirects'>;

/** What undoing an import would do, in sentences. `report`: null if the import did not finish. */
export function describeUndo(report: Known | null, t: AdminText): string {
  if (!report)
    return t(
      'Whatever this import added is deleted, and whatever it updated goes back to the earlier version, unless it was changed since. This cannot be undone, but you can import the file again.',
    );
  const [added, updated] = [countsInWords(report.created, t), countsInWords(report.updated, t)];
  const sentences = [
    added && t('What this import added ({what}) is deleted, unless it was changed or is in use here.', { what: added }),
    updated &&
      t('What it updated ({what}) goes back to the earlier version, unless it was changed since.', { what: updated }),
    report.redirects > 0 && describeRemovedRedirects(report.redirects, t),
  ].filter(Boolean);
  if (sentences.length === 0) return t('This import added and changed nothing, so undoing it deletes nothing.');
  return [...sentences, t('This cannot be undone, but you can import the file again.')].join(' ');
}
