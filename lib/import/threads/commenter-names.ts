import { isIP } from 'node:net';
import { lineOf } from '@/lib/text/visible-text';

/** The first name of a commenter that can be shown: of an e-mail address what is before the @, and never an IP address. */
export function commenterName(...names: readonly string[]) {
  for (const name of names) {
    const line = lineOf(name);
    const shown = isIP(line) === 0 ? withoutAddress(line) : '';
    if (shown) return shown.slice(0, 120);
  }
  return '';
}

function withoutAddress(line: string) {
  if (!line.includes('@')) return line;
  const name = line.replace(/<[^<>\s]+@[^<>\s]+>/g, '').trim();
  return (name || line)
    .replace(/([^\s<@]+)@[^\s@]+\.[^\s@>]+/g, '$1')
    .replace(/^<|>$/g, '')
    .trim();
}
