import type { FieldSpec } from '@/components/ui/fields-form';
import type { Text } from '@/components/text/text';
import { reportPoints } from '@/lib/comments/reports/weights';
import type { Settings } from '@/lib/settings/settings';

/** Whether readers report comments, and what enough reports do. */
export function reportFields(settings: Settings, t: Text): FieldSpec[] {
  return [
    {
      name: 'commentReports',
      label: t('Readers may report comments'),
      kind: 'check',
      checked: settings.commentReports,
      hint: t('No account is needed. You decide about reported comments under Comments.'),
    },
    {
      name: 'holdAtReportPoints',
      label: t('Points of reports at which a comment needs approval again'),
      kind: 'number',
      min: 0,
      max: 1_000,
      value: String(settings.holdAtReportPoints),
      hint: t(
        'A report by a reader with an account is {account} points, by a trusted reader {trusted}, by staff {staff}. 0: never by itself. A comment that you kept stays.',
        { account: reportPoints.account, trusted: reportPoints.trusted, staff: reportPoints.staff },
      ),
    },
    {
      name: 'anonymousReportsHold',
      label: t('Count reports without an account as well'),
      kind: 'check',
      checked: settings.anonymousReportsHold,
      hint: t(
        'Each is {points, plural, one {# point} other {# points}}. Otherwise they are listed, and hold nothing.',
        { points: reportPoints.anonymous },
      ),
    },
  ];
}
