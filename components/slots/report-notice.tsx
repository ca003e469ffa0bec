import { useText } from '#text';
import type { Text } from '@/components/text/text';
import type { ReportReason } from '@/lib/slots/report-reasons';
import type { Report } from '@/lib/slots/reports';
import { shortMoment } from '@/lib/time/site-time';

/** Problems that readers' browsers reported about a slot's code. */
export function ReportNotice({ reports, timeZone }: { reports: readonly Report[]; timeZone: string }) {
  const t = useText();
  return reports.map(({ reason, count, lastAt }) => (
    <p key={reason} className="notice notice--refused" role="status">
      {`${happened[reason](count, shortMoment(lastAt, { timeZone, language: t.language }), t)} ${t('Ask the network for other code, or replace it.')}`}
    </p>
  ));
}

const happened: Record<ReportReason, (count: number, moment: string, t: Text) => string> = {
  focus: (count, moment, t) =>
    t(
      'Readers’ browsers removed this code {count, plural, one {once} other {# times}} because it took keyboard focus from people who were typing, most recently {moment}.',
      { count, moment },
    ),
  history: (count, moment, t) =>
    t(
      'Readers’ browsers removed this code {count, plural, one {once} other {# times}} because it blocked the browser’s Back button, most recently {moment}.',
      { count, moment },
    ),
  write: (count, moment, t) =>
    t(
      'This code tried {count, plural, one {once} other {# times}} to replace the page (document.write), which was refused, most recently {moment}.',
      { count, moment },
    ),
  popup: (count, moment, t) =>
    t(
      'This code tried {count, plural, one {once} other {# times}} to open a window that nobody had asked for, which was refused, most recently {moment}.',
      { count, moment },
    ),
  dialog: (count, moment, t) =>
    t(
      'This code tried {count, plural, one {once} other {# times}} to open a dialog of the browser, which was refused, most recently {moment}.',
      { count, moment },
    ),
  scroll: (count, moment, t) =>
    t(
      'This code tried {count, plural, one {once} other {# times}} to scroll the page, which was refused, most recently {moment}.',
      { count, moment },
    ),
};
