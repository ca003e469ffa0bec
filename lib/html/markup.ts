import { escapeAttribute } from './writing';

type Value = string | number | Markup | readonly (string | Markup)[] | false | null;

/** Safe HTML: user input is escaped or sanitised. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

/** Template tag that escapes values, except Markup. False and null render nothing. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let html = parts[0] ?? '';
  for (const [index, value] of values.entries()) html += write(value) + (parts[index + 1] ?? '');
  return new Markup(html);
}

/** Marks the output of our renderer or sanitiser as safe. */
export function cleaned(html: string) {
  return new Markup(html);
}

function write(value: Value): string {
  if (value === false || value === null) return '';
  if (value instanceof Markup) return value.html;
  if (typeof value === 'object') return value.map(write).join('');
  return escapeAttribute(String(value));
}
