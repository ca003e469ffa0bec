import { cdata, escapeXml } from '@/lib/html/xml';
import { toWallClock } from '@/lib/time/site-time';

/** An element whose text is a CDATA section, as WordPress writes what people typed. */
export function quoted(name: string, text: string) {
  return `<${name}>${cdata(text)}</${name}>`;
}

export function plain(name: string, text: string | number) {
  return `<${name}>${escapeXml(String(text))}</${name}>`;
}

export const NO_DATE = '0000-00-00 00:00:00';

/** "2013-01-11 20:22:19" in UTC. */
export function utcOf(date: Date) {
  return date.toISOString().slice(0, 19).replace('T', ' ');
}

/** The same on the clock of the site. */
export function localOf(date: Date, timeZone: string) {
  return `${toWallClock(date, timeZone).replace('T', ' ').slice(0, 16)}:${date.toISOString().slice(17, 19)}`;
}

export function metaXml(key: string, value: string) {
  return `\t\t<wp:postmeta>\n\t\t\t${quoted('wp:meta_key', key)}\n\t\t\t${quoted('wp:meta_value', value)}\n\t\t</wp:postmeta>\n`;
}
