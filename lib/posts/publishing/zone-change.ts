import type { AdminText } from '@/lib/i18n/admin/admin-text';
import { shortMoment } from '@/lib/time/site-time';

export type ScheduledPost = { title: string; publishAt: Date };
type Scheduled = { count: number; first: ScheduledPost[] };
type Zones = { before: string; after: string; now?: Date };

/** Explains the effect of a new time zone on scheduled posts: the instant stays, the local time changes. */
export function zoneChangeSentence(
  { count, first }: Scheduled,
  { before, after, now = new Date() }: Zones,
  t: AdminText,
) {
  if (count === 0) return '';
  const { language } = t;
  const times = first.map(({ title, publishAt }) => {
    const [was = '', is = ''] = [before, after].map((timeZone) => shortMoment(publishAt, { timeZone, now, language }));
    return t('“{title}” {is} (was {was})', { title, is, was });
  });
  const rest = count - first.length;
  const list = [...times, ...(rest > 0 ? [t('and {rest} more', { rest })] : [])].join('; ');
  return t(
    '{count, plural, one {# scheduled post keeps its moment, which in the new time zone is} other {# scheduled posts keep their moments, which in the new time zone are}}: {list}. Change the date of a post if it should appear at another hour.',
    { count, list },
  );
}
