import { escapeHtml } from '@/lib/html/escaping';

/** Increase when the output changes: `masthead reindex` renders older comments again. */
export const RENDER_VERSION = 3;

/** Deeper nesting is shown as plain text. */
export const MAX_NESTING = 20;

export type Rendered = { html: string; links: number };

const MAX_URL_LENGTH = 60;
const protocols = new Set(['http:', 'https:', 'mailto:']);

/** Escapes text and keeps its line breaks, as typed with Enter. */
export function escapeLines(text: string) {
  const lines = escapeHtml(text).split('\n');
  const last = lines.pop() ?? '';
  return lines.map((line) => `${line.trimEnd()}<br>\n`).join('') + last;
}

export function element(name: string, content: string) {
  return `<${name}>${content}</${name}>`;
}

/** A numbered list; numbers a browser would not reach by counting are written out. */
export function numbered(items: readonly { number: number; html: string }[]) {
  const start = items[0]?.number ?? 1;
  let next = start;
  const written = items.map(({ number, html }) => {
    const value = number === next ? '' : ` value="${number}"`;
    next = number + 1;
    return `<li${value}>${html}</li>`;
  });
  return `<ol${start === 1 ? '' : ` start="${start}"`}>${written.join('')}</ol>`;
}

/** A safe link target (web or mail), or null. ASCII host and no user part, so that no host can pose as another. */
export function safeHref(address: string): string | null {
  const url = URL.parse(address.trim());
  if (!url || !protocols.has(url.protocol)) return null;
  url.username = '';
  url.password = '';
  return url.href;
}

/** A nofollow link; `content` is HTML, `text` its plain text. */
export function link(href: string, content: string, text: string) {
  const rel = 'ugc nofollow noopener';
  return `<a href="${escapeHtml(href)}" rel="${rel}">${labelOf(href, content, text)}</a>`;
}

// Bare addresses are shortened, in ASCII; a label that names another site gets the true host appended.
function labelOf(href: string, content: string, text: string) {
  const host = URL.parse(href)?.hostname ?? '';
  const shown = text.trim();
  if (!host) return content;
  const named = hostNamedBy(shown);
  if (named === null) return content;
  if (isSameAddress(shown, href)) return shorten(shown, host);
  return named === host ? content : `${content} (${escapeHtml(host)})`;
}

function hostNamedBy(text: string) {
  if (!/^(https?:\/\/|www\.)?[^\s/.@]+(\.[^\s/.@]+)+(\/|$|:)/iu.test(text)) return null;
  return URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`)?.hostname ?? null;
}

function isSameAddress(text: string, href: string) {
  return [text, `http://${text}`, `https://${text}`].some((address) => safeHref(address) === href);
}

function shorten(text: string, host: string) {
  const isPlain = /^[\u0021-\u007E]*$/.test(text);
  if (isPlain && text.length <= MAX_URL_LENGTH) return escapeHtml(text);
  return `${escapeHtml(host)}/…`;
}
