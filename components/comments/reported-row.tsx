import { useText } from '#text';
import type { Action } from '@/components/ui/action-errors';
import { reportDecisions, statusAfterReports } from '@/lib/comments/policy';
import { decisionNames } from '@/lib/comments/queue-filter';
import type { ReportedComment } from '@/lib/comments/reports/queries';
import { reportReasonNames } from '@/lib/comments/reports/reasons';
import { shortMoment } from '@/lib/time/site-time';
import { QueueRow, type RowTools } from './queue-row';

type Props = { reported: ReportedComment; action: Action; timeZone: string; tools: RowTools };

/** A reported comment with what readers find wrong with it, and what can be decided. */
export function ReportedRow({ reported, action, timeZone, tools }: Props) {
  const t = useText();
  const { comment, reports, points, reasons, texts, lastAt } = reported;
  const facts = [
    t('{count, plural, one {1 report} other {# reports}}', { count: reports }),
    t('{count, plural, one {1 point} other {# points}}', { count: points }),
    t('last {moment}', { moment: shortMoment(lastAt, { timeZone, language: t.language }) }),
  ];
  return (
    <QueueRow
      comment={comment}
      action={action}
      back=""
      timeZone={timeZone}
      tools={tools}
      isMixed={comment.status !== 'approved'}
      offered={reportDecisions
        .filter((decision) => statusAfterReports(decision, comment.status) !== null)
        .map((value) => ({ value, label: t(decisionNames[value]) }))}
    >
      <div className="queue__reports">
        <p>{reasons.map(({ reason, count }) => `${t(reportReasonNames[reason])} (${count})`).join(' · ')}</p>
        {texts.map(({ id, text }) => (
          <blockquote key={id} dir="auto">
            {text}
          </blockquote>
        ))}
        <p className="row__meta">{facts.join(' · ')}</p>
      </div>
    </QueueRow>
  );
}
