import { escapeHtml } from '@/lib/html/escaping';

/** Increased when the renderers' output changes: `masthead reindex` renders older comments again. */
export const RENDER_VERSION = 3;

/** Deeper than this a text is shown without its marks. */
export const MAX_NESTING = 20;

export type Rendered = { html: string; links: number };

const MAX_URL_LENGTH = 60;
const protocols = new Set(['http:', 'https:', 'mailto:']);

/** Text whose line breaks mean something: people press Enter in a comment to begin a new line. */
export function escapeLines(text: string) {
  const lines = escapeHtml(text).split('\n');
  const last = lines.pop() ?? '';
  return lines.map((line) => `${line.trimEnd()}<br>\n`).join('') + last;
}

export function element(name: string, content: string) {
  return `<${name}>${content}</${name}>`;
}

/** A numbered list; a number is written out where a browser would not count to it by itself. */
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

/**
 * The address a link may lead to, or null. Only web and mail addresses; the host is written in ASCII, so that
 * look-alike letters cannot pose as another site, and what pretends to be a host before an "@" is dropped.
 */
export function safeHref(address: string): string | null {
  const url = URL.parse(address.trim());
  if (!url || !protocols.has(url.protocol)) return null;
  url.username = '';
  url.password = '';
  return url.href;
}

/** A link that earns its target nothing. `content` is HTML, `text` what a person reads. */
export function link(href: string, content: string, text: string) {
  const rel = 'ugc nofollow noopener';
  return `<a href="${escapeHtml(href)}" rel="${rel}">${labelOf(href, content, text)}</a>`;
}

// A bare address is shown short and in ASCII; a label that names another site than the target has the true one added.
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
