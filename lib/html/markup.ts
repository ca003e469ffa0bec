import { escapeAttribute } from './writing';

type Value = string | number | Markup | readonly Markup[] | false | null;

/** HTML that may stand in a page as it is: what people wrote is escaped in it or was cleaned before. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

/**
 * Markup from a template: values are text and are escaped, for elements and quoted attributes alike, unless they are
 * markup themselves. False and null leave nothing.
 */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let html = parts[0] ?? '';
  for (const [index, value] of values.entries()) html += write(value) + (parts[index + 1] ?? '');
  return new Markup(html);
}

/** HTML from a renderer or sanitiser of ours. */
export function cleaned(html: string) {
  return new Markup(html);
}

function write(value: Value): string {
  if (value === false || value === null) return '';
  if (value instanceof Markup) return value.html;
  if (typeof value === 'object') return value.map(write).join('');
  return escapeAttribute(String(value));
}
