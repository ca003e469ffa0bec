import { downloadTypeOf } from '@/lib/media/downloads';
import type { Enclosure } from '@/lib/posts/rendering/enclosures';
import type { XmlNode } from '../../reading/xml/records';

const DEFAULT_AUDIO_TYPE = 'audio/mpeg';

/** Namespaces of export files: their prefixes vary. */
export const prefixes: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/?$/, 'wp'],
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\/?$/, 'excerpt'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\/$/, 'content'],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.1\/$/, 'dc'],
];

/** The text of the first child of this name, or "". */
export function textOf(node: XmlNode, name: string) {
  return node.children.find((child) => child.name === name)?.text ?? '';
}

/** As textOf, without the spaces and stray ">" in some files. */
export function factOf(node: XmlNode, name: string) {
  return textOf(node, name)
    .trim()
    .replace(/^>+|(?<!>)>+$/g, '')
    .trim();
}

/** The item's metadata (wp:postmeta), first value per key. */
export function metaOf(node: XmlNode) {
  const meta = new Map<string, string>();
  for (const child of node.children) {
    if (child.name !== 'wp:postmeta') continue;
    const key = factOf(child, 'wp:meta_key');
    if (!meta.has(key)) meta.set(key, textOf(child, 'wp:meta_value'));
  }
  return meta;
}

export function allMetaOf(node: XmlNode, key: string) {
  return node.children
    .filter((child) => child.name === 'wp:postmeta' && factOf(child, 'wp:meta_key') === key)
    .map((child) => textOf(child, 'wp:meta_value').trim())
    .filter(Boolean);
}

/** Previous addresses of an item, from its former slugs. */
export function formerLinksOf(item: XmlNode) {
  const link = factOf(item, 'link');
  const isPath = link !== '' && !link.includes('?');
  return isPath ? allMetaOf(item, '_wp_old_slug').map((slug) => link.replace(/[^/]+\/?$/, `${slug}/`)) : [];
}

/** Podcast enclosures: each value has lines for address, size and type. */
export function enclosuresOf(item: XmlNode): Enclosure[] {
  const all = allMetaOf(item, 'enclosure').map((meta): Enclosure => {
    const [url = '', bytes = '', type = ''] = meta.split(/\r?\n|\r/, 3).map((line) => line.trim());
    const isType = /^[a-z]+\/[\w.+-]{1,100}$/i.test(type);
    return {
      url,
      bytes: /^\d{1,15}$/.test(bytes) ? Number(bytes) : 0,
      type: isType ? type.toLowerCase() : (downloadTypeOf(URL.parse(url)?.pathname ?? '') ?? DEFAULT_AUDIO_TYPE),
    };
  });
  const known = all.filter(({ url }) => /^https?:\/\/\S{1,2000}$/i.test(url));
  return known.filter(({ url }, at) => known.findIndex((one) => one.url === url) === at);
}

/** The key of an item in the import map; null without any id. */
export function idOf(item: XmlNode) {
  return factOf(item, 'wp:post_id') || factOf(item, 'guid') || factOf(item, 'link') || null;
}

/** A readable slug: "%ce%b1" becomes "α". */
export function decodeSlug(slug: string) {
  try {
    return decodeURIComponent(slug).normalize('NFC');
  } catch {
    return slug.normalize('NFC');
  }
}

/** Copies a string: a slice would retain the whole 64 KB chunk. */
export function detached(text: string) {
  return Buffer.from(text, 'utf8').toString('utf8');
}
