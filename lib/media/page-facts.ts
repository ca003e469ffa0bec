import { parseHtml } from '@/lib/html/parsing';
import { textOf } from '@/lib/html/tree';
import { lineOf } from '@/lib/text/visible-text';

/** What a page says of itself; "" for what it does not. */
export type PageFacts = { title: string; text: string; site: string; picture: string };

const MAX_HEAD = 300_000;
// Bounded everywhere: pages are anybody's.
const metaTag = /<meta\s(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^>"']){1,600}>/gi;

/** Reads the head of a page: Open Graph first, then what every page has. */
export function factsInPage(html: string, url: string): PageFacts {
  const head = html.slice(0, MAX_HEAD);
  const metas = new Map<string, string>();
  for (const [tag] of head.matchAll(metaTag)) {
    const name = attributeOf(tag, 'property') || attributeOf(tag, 'name');
    const content = attributeOf(tag, 'content');
    if (name && content && !metas.has(name.toLowerCase())) metas.set(name.toLowerCase(), content);
  }
  const first = (...names: string[]) => names.map((name) => metas.get(name) ?? '').find(Boolean) ?? '';
  const title = /<title[^>]{0,200}>([^<]{0,1000})<\/title>/i.exec(head)?.[1] ?? '';
  const picture = plain(first('og:image', 'twitter:image'));
  return {
    title: line(first('og:title', 'twitter:title') || title, 300),
    text: line(first('og:description', 'description', 'twitter:description'), 400),
    site: line(first('og:site_name') || new URL(url).hostname.replace(/^www\./, ''), 120),
    picture: picture && (URL.parse(picture, url)?.href ?? ''),
  };
}

/** Reads a provider's description (oEmbed). */
export function factsInDescription(json: string): PageFacts | null {
  const given = parsed(json);
  const words = (name: string) => (typeof given?.[name] === 'string' ? given[name] : '');
  if (!given || !words('title')) return null;
  return {
    title: line(words('title'), 300),
    text: line(words('author_name'), 400),
    site: line(words('provider_name'), 120),
    picture: words('thumbnail_url'),
  };
}

function parsed(json: string) {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function attributeOf(tag: string, name: string) {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag);
  return found?.[1] ?? found?.[2] ?? '';
}

function line(value: string, longest: number) {
  const whole = lineOf(plain(value));
  const cut = [...whole].slice(0, longest).join('').trim();
  return cut.length < whole.length ? `${cut}…` : cut;
}

// Without elements, and with its entities read.
function plain(value: string) {
  return textOf(parseHtml(value.replaceAll('<', '&lt;')));
}
