import { escapeHtml } from '@/lib/html/escaping';

/** Not allowed in XML 1.0, even escaped: control characters except tab and line ends, and two non-characters. */
const forbidden = /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu;

/** Text for an element or an attribute. */
export function escapeXml(text: string) {
  return escapeHtml(possible(text));
}

/** A CDATA section; an end marker in the text is split between two sections. */
export function cdata(text: string) {
  return `<![CDATA[${possible(text).replace(/\]\]>/g, ']]]]><![CDATA[>')}]]>`;
}

/** An element; "" if its text is empty. */
export function element(name: string, text: string, attributes: Record<string, string> = {}) {
  return text ? `<${name}${attributesOf(attributes)}>${escapeXml(text)}</${name}>` : '';
}

export function emptyElement(name: string, attributes: Record<string, string>) {
  return `<${name}${attributesOf(attributes)}/>`;
}

/** A document from its non-empty lines. */
export function xmlDocument(lines: readonly string[], instruction = '') {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${[instruction, ...lines].filter(Boolean).join('\n')}\n`;
}

function attributesOf(attributes: Record<string, string>) {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
}

function possible(text: string) {
  return text.toWellFormed().replace(forbidden, '');
}
