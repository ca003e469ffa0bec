import { parseHtml } from '@/lib/html/parsing';
import { textOf } from '@/lib/html/tree';
import { escapeAttribute, escapeText } from '@/lib/html/writing';
import { splitBlocks } from './block-comments';
import { toParagraphs } from '@/lib/html/paragraphs';
import { replaceListings, replaceShortcodes, type Shortcode } from './shortcodes';

export type GalleryImage = { url: string; alt: string; caption: string };
export type Gallery = { images: GalleryImage[]; missing: string[] };

export type ConvertedBody = {
  /** HTML, not sanitised, with the old site's addresses. */
  html: string;
  /** Plain text before <!--more-->; "" without one. */
  teaser: string;
  pages: number;
  unknownShortcodes: string[];
  leftOutBlocks: string[];
};

const more = /<!--more(?:\s[^>]{0,200})?-->|<!--noteaser-->/g;
const nextPage = /<!--nextpage-->/g;
const bareAddress = /^[ \t]*(https?:\/\/[^\s<>"]{4,2000})[ \t]*$/gm;

/** Converts a stored body (blocks, classic text, shortcodes, bare addresses) to one page of HTML. */
export function convertBody(body: string, galleryOf: GalleryOf): ConvertedBody {
  const unknown = new Set<string>();
  const { pieces, leftOut } = splitBlocks(body);
  const moreAt = body.search(more);
  const html = pieces
    .map(({ text, isClassic }) => {
      const plain = text.replaceAll(more, '').replaceAll(nextPage, isClassic ? '\n\n' : '\n');
      const withListings = replaceListings(plain, writeListing);
      const withCodes = replaceShortcodes(withListings, (code) => writeShortcode(code, galleryOf, unknown));
      return isClassic ? toParagraphs(withCodes.replace(bareAddress, addressLine)) : withCodes;
    })
    .join('\n');
  return {
    html,
    teaser: moreAt >= 0 ? plainTextOf(body.slice(0, moreAt)) : '',
    pages: (body.match(nextPage)?.length ?? 0) + 1,
    unknownShortcodes: [...unknown],
    leftOutBlocks: [...new Set(leftOut)],
  };
}

/** The text of a piece of HTML, on one line. */
export function plainTextOf(html: string) {
  return textOf(parseHtml(html)).replace(/\s+/g, ' ').trim();
}

// WordPress embeds an address on its own line; the blank lines make it a paragraph.
function addressLine(_: string, address: string) {
  return `\n<figure class="wp-block-embed">${escapeText(address.replaceAll('&amp;', '&'))}</figure>\n`;
}

type GalleryOf = (ids: string[]) => Gallery;

function writeShortcode(code: Shortcode, galleryOf: GalleryOf, unknown: Set<string>): string | null {
  const { name } = code;
  if (name === 'caption' || name === 'wp_caption') return writeCaption(code);
  if (name === 'gallery') return writeGallery(galleryOf(listOf(code.attributes.ids ?? code.attributes.include)));
  if (name === 'audio' || name === 'video') return writeMedia(code);
  const address = embeddedAddress(code);
  if (address) return addressLine('', address);
  if (isLikelyShortcode(code)) unknown.add(name);
  return null;
}

// Text in brackets is common; only call-shaped text is reported.
function isLikelyShortcode({ name, attributes, content }: Shortcode) {
  const isCall = Object.entries(attributes).some(([key, value]) => !/^\d+$/.test(key) || /^https?:/i.test(value));
  return content !== null || isCall || name.includes('_') || withoutAttributes.has(name);
}

// The editor stores code with or without HTML entities.
function writeListing({ language, content }: { language: string; content: string }) {
  const lines = content
    .replace(/^[ \t]*\r?\n/, '')
    .trimEnd()
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#039;', "'")
    .replaceAll('&amp;', '&');
  const name = /^[\w+#-]{1,30}$/.test(language) ? ` class="language-${language.toLowerCase()}"` : '';
  return `\n<pre><code${name}>${escapeText(lines)}</code></pre>\n`;
}

function writeCaption({ attributes, content }: Shortcode) {
  if (content === null) return null;
  const split = /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(content);
  const image = split?.[1] ?? '';
  const caption = (split ? split[2] : content)?.trim() || escapeText(attributes.caption ?? '');
  return `\n<figure>${image}${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>\n`;
}

function writeGallery({ images, missing }: Gallery) {
  const rest = missing.length > 0 ? [`\n<p>[gallery ids="${escapeText(missing.join(','))}"]</p>\n`] : [];
  if (images.length === 0 && rest.length === 0) return '\n<p>[gallery]</p>\n';
  return [...images.map(writeFigure), ...rest].join('\n');
}

/** WordPress.com and Jetpack shortcodes without attributes. */
const withoutAttributes = new Set(['archives', 'contact-form', 'slideshow', 'subscribe', 'videopress', 'wpvideo']);

/** Embedding shortcodes; some accept a video number. */
const embedding: Record<string, (id: string) => string> = {
  embed: () => '',
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  dailymotion: (id) => `https://www.dailymotion.com/video/${id}`,
  soundcloud: () => '',
  spotify: () => '',
  twitter: () => '',
  tweet: (id) => `https://twitter.com/i/status/${id}`,
  instagram: () => '',
  facebook: () => '',
  pinterest: () => '',
  flickr: () => '',
  ted: () => '',
};

function embeddedAddress({ name, attributes, content }: Shortcode) {
  if (!Object.hasOwn(embedding, name)) return null;
  const given = [content && plainTextOf(content), attributes.url, attributes.src, attributes.id, attributes['0']];
  const wanted = given.find(Boolean)?.replaceAll('&amp;', '&').trim() ?? '';
  if (/^https?:\/\/\S+$/i.test(wanted)) return wanted;
  return /^[\w-]{4,30}$/.test(wanted) ? embedding[name]!(wanted) : null;
}

function writeFigure({ url, alt, caption }: GalleryImage) {
  const label = caption ? `<figcaption>${caption}</figcaption>` : '';
  return `\n<figure><img src="${escapeAttribute(url)}" alt="${escapeAttribute(alt)}">${label}</figure>\n`;
}

const mediaAttributes = ['src', '0', 'mp3', 'm4a', 'ogg', 'oga', 'wav', 'mp4', 'm4v', 'webm', 'ogv', 'flv', 'wmv'];

function writeMedia({ name, attributes }: Shortcode) {
  const address = mediaAttributes.map((key) => attributes[key]).find((value) => value && /^https?:/i.test(value));
  return address ? `\n<${name} src="${escapeAttribute(address)}" controls></${name}>\n` : null;
}

function listOf(ids: string | undefined) {
  return (ids ?? '').split(/[\s,]+/).filter(Boolean);
}
