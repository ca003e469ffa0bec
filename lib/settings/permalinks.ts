import { dayIn } from '@/lib/time/dates';

/** Where posts stand: at the top, in a folder for their month, or in one folder for all. */
export const permalinkForms = ['slug', 'month', 'blog'] as const;
export type PermalinkForm = (typeof permalinkForms)[number];

type Place = { permalinks: PermalinkForm; timeZone: string };

/** The folder of a post that was published then, as its slug begins with it; "" for none. */
export function folderOfPost(publishAt: Date, { permalinks, timeZone }: Place): string {
  if (permalinks === 'slug') return '';
  if (permalinks === 'blog') return 'blog';
  const { year, month } = dayIn(publishAt, timeZone);
  return `${String(year).padStart(4, '0')}/${String(month).padStart(2, '0')}`;
}
