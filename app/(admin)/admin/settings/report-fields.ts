import type { SettingsSection } from '@/components/settings/settings-form';
import { reportPoints } from '@/lib/comments/reports/weights';
import type { Settings } from '@/lib/settings/settings';

/** Whether readers report comments, and what enough reports do. */
export function reportFields(settings: Settings): SettingsSection['fields'] {
  return [
    {
      name: 'commentReports',
      label: 'Readers may report comments',
      kind: 'check',
      checked: settings.commentReports,
      hint: 'No account is needed. You decide about reported comments under Comments.',
    },
    {
      name: 'holdAtReportPoints',
      label: 'Points of reports at which a comment needs approval again',
      kind: 'number',
      min: 0,
      max: 1_000,
      value: String(settings.holdAtReportPoints),
      hint: `A report by a reader with an account is ${reportPoints.account} points, by a trusted reader ${reportPoints.trusted}, by staff ${reportPoints.staff}. 0: never by itself. A comment that you kept stays.`,
    },
    {
      name: 'anonymousReportsHold',
      label: 'Count reports without an account as well',
      kind: 'check',
      checked: settings.anonymousReportsHold,
      hint: `Each is ${reportPoints.anonymous} point. Otherwise they are listed, and hold nothing.`,
    },
  ];
}
