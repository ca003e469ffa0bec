import { shortDay } from '@/lib/time/site-time';

/** A day of the site's calendar, as statistics name it. */
export function Day({ day }: { day: string }) {
  const { iso, text } = dayAt(Date.parse(day));
  return <time dateTime={iso}>{text}</time>;
}

/** The day of a point of a chart. */
export function dayAt(at: number) {
  return { iso: new Date(at).toISOString().slice(0, 10), text: shortDay(new Date(at), 'UTC') };
}
