import { escapeHtml } from '@/lib/html/escaping';

/** What XML 1.0 cannot carry, escaped or not: control characters other than tab and line ends, two non-characters. */
const forbidden = /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu;

/** Text for an element or an attribute. */
export function escapeXml(text: string) {
  return escapeHtml(possible(text));
}

/** A CDATA section; a text that contains its end marker is split there and continues in the next. */
export function cdata(text: string) {
  return `<![CDATA[${possible(text).replace(/\]\]>/g, ']]]]><![CDATA[>')}]]>`;
}

/** An element, or nothing if its text is empty. */
export function element(name: string, text: string, attributes: Record<string, string> = {}) {
  return text ? `<${name}${attributesOf(attributes)}>${escapeXml(text)}</${name}>` : '';
}

/** An element without content. */
export function emptyElement(name: string, attributes: Record<string, string>) {
  return `<${name}${attributesOf(attributes)}/>`;
}

/** A document from its lines; empty ones are left out. */
export function xmlDocument(lines: readonly string[], instruction = '') {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${[instruction, ...lines].filter(Boolean).join('\n')}\n`;
}

function attributesOf(attributes: Record<string, string>) {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
}

// Half a surrogate pair is no character either.
function possible(text: string) {
  return text.toWellFormed().replace(forbidden, '');
}
