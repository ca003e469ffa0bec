import { shortMoment } from '@/lib/time/site-time';

export type ScheduledPost = { title: string; publishAt: Date };
type Zones = { before: string; after: string; now?: Date };

/** Explains the effect of a new time zone on scheduled posts: the instant stays, the local time changes. */
export function zoneChangeSentence(count: number, first: ScheduledPost[], { before, after, now = new Date() }: Zones) {
  if (count === 0) return '';
  const times = first.map(({ title, publishAt }) => {
    const [was, is] = [before, after].map((timeZone) => shortMoment(publishAt, { timeZone, now }));
    return `“${title}” ${is} (was ${was})`;
  });
  const rest = count - first.length;
  const list = [...times, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
  const what =
    count === 1 ? '1 scheduled post keeps its moment, which' : `${count} scheduled posts keep their moments, which`;
  return `${what} in the new time zone ${count === 1 ? 'is' : 'are'}: ${list}. Change the date of a post if it should appear at another hour.`;
}
