import { downloadTypeOf } from '@/lib/media/downloads';
import type { Enclosure } from '@/lib/posts/rendering/enclosures';
import type { XmlNode } from '../../reading/xml/records';

/** Type of an episode's file if the export does not say it. */
const DEFAULT_AUDIO_TYPE = 'audio/mpeg';

/** Namespaces of export files, whatever prefix a file gives them. */
export const prefixes: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/?$/, 'wp'],
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\/?$/, 'excerpt'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\/$/, 'content'],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.1\/$/, 'dc'],
];

/** The text of the first child of this name; "" if there is none. */
export function textOf(node: XmlNode, name: string) {
  return node.children.find((child) => child.name === name)?.text ?? '';
}

/** The same for short facts: without the space and the odd ">" that some files leave around them. */
export function factOf(node: XmlNode, name: string) {
  return textOf(node, name)
    .trim()
    .replace(/^>+|(?<!>)>+$/g, '')
    .trim();
}

/** The item's own notes (wp:postmeta), first of each key. */
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

/** Where an item stood while its slug was another one. */
export function formerLinksOf(item: XmlNode) {
  const link = factOf(item, 'link');
  const isPath = link !== '' && !link.includes('?');
  return isPath ? allMetaOf(item, '_wp_old_slug').map((slug) => link.replace(/[^/]+\/?$/, `${slug}/`)) : [];
}

/** The sound or film of an episode: the lines of each of its notes of that name are the address, the bytes and the type. */
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

/** Under which id the item is remembered; null if it has none at all. */
export function idOf(item: XmlNode) {
  return factOf(item, 'wp:post_id') || factOf(item, 'guid') || factOf(item, 'link') || null;
}

/** A slug as people read it: "%ce%b1" becomes "α". */
export function decodeSlug(slug: string) {
  try {
    return decodeURIComponent(slug).normalize('NFC');
  } catch {
    return slug.normalize('NFC');
  }
}

/** A copy that does not keep the 64 KB of file alive that a slice of it would. */
export function detached(text: string) {
  return Buffer.from(text, 'utf8').toString('utf8');
}
