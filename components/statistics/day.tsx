import { useText } from '#text';
import { shortDay } from '@/lib/time/site-time';

/** A day of the site's calendar, as statistics name it. */
export function Day({ day }: { day: string }) {
  const { language } = useText();
  const { iso, text } = dayAt(Date.parse(day), language);
  return <time dateTime={iso}>{text}</time>;
}

/** The day of a point of a chart. */
export function dayAt(at: number, language: string) {
  return { iso: new Date(at).toISOString().slice(0, 10), text: shortDay(new Date(at), 'UTC', language) };
}
