import { percentDecoded } from '@/lib/web/percent-decoding';
import { segmentsWith } from '@/lib/web/own-routes';

const base = 'http://masthead.invalid';
/** Returning here would lead to signing in again, or to something to choose deliberately. */
const refused = new RegExp(`^/+(${[...segmentsWith('isNoReturnTarget'), 'account/export'].join('|')})(/|$)`, 'i');

/** A path of this site, or "" for anything that could lead elsewhere; safe to redirect to. */
export function safeReturnTo(value: unknown): string {
  if (typeof value !== 'string' || value.length > 2_000 || !/^\/(?![/\\])/.test(value)) return '';
  // oxlint-disable-next-line no-control-regex -- browsers drop tabs and line ends, and would read what is left
  if (/[\u0000-\u001f\u007f\\]/.test(value) || !URL.canParse(value, base)) return '';
  const url = new URL(value, base);
  const path = url.pathname + url.search + url.hash;
  if (url.origin !== base || path.startsWith('//') || refused.test(percentDecoded(url.pathname) ?? '/signin'))
    return '';
  return path;
}
