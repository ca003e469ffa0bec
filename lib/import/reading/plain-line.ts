import { parseHtml } from '@/lib/html/parsing';
import { textOf } from '@/lib/html/tree';

/** The text of a piece of HTML, on one line. */
export function plainLine(html: string) {
  const text = /[<&]/.test(html) ? textOf(parseHtml(html)) : html;
  return text.replace(/\s+/g, ' ').trim();
}
