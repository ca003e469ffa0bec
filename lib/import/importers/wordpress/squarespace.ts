import { createHash } from 'node:crypto';
import { downloadTypeOf } from '@/lib/media/downloads';
import { canonicalPath } from '@/lib/web/canonical-path';
import { percentDecoded } from '@/lib/web/percent-decoding';
import type { LegacyUrl } from '../../drafts';
import type { FileAddresses } from '../../importer';
import type { XmlNode } from '../../reading/xml/records';
import { decodeSlug, factOf } from './nodes';
import type { Outline } from './outline';

type Flavour = Pick<Outline, 'hasOwnBase'>;

const ownHosts = /(?:^|\.)(?:squarespace\.com|squarespace-cdn\.com)$/i;

/** Squarespace writes the address of the site as a feed does, and items without their host. */
export function isOfSquarespace(item: XmlNode, { hasOwnBase }: Flavour) {
  return !hasOwnBase && factOf(item, 'link').startsWith('/');
}

/** Its logins are e-mail addresses, which are not kept. */
export function keyOfLogin(login: string, { hasOwnBase }: Flavour) {
  if (hasOwnBase || !login.includes('@')) return login;
  return `account-${createHash('sha256').update(login.toLowerCase()).digest('hex').slice(0, 16)}`;
}

/** The wanted slug: Squarespace’s is the whole path, with an ending on old sites. */
export function slugOf(item: XmlNode, { isSquarespace }: Pick<Outline, 'isSquarespace'>) {
  const slug = decodeSlug(factOf(item, 'wp:post_name'));
  return isSquarespace ? (slug.split('/').findLast(Boolean) ?? '').replace(/\.html?$/i, '') : slug;
}

/** The address of an item; drafts of Squarespace have none, and say "/null". */
export function linkOf(item: XmlNode, { isSquarespace }: Pick<Outline, 'isSquarespace'>) {
  const link = factOf(item, 'link');
  return isSquarespace && /\/null(?:\/|$)/.test(link) ? '' : link;
}

/** Words that are only the number of an image there. */
export function withoutNumbers(text: string) {
  return /^(?:img|exc)-[0-9a-f]{16,32}$/.test(text.trim()) ? '' : text;
}

/** A body without copies of its images for browsers without scripts; its line breaks mean nothing. */
export function squarespaceBody(html: string) {
  const once = html.replace(/<noscript>\s*<img\b[^>]{0,4000}>\s*<\/noscript>(?=\s*<img\b)/gi, '');
  return /<pre\b/i.test(once) ? once : once.replace(/\s*\n\s*/g, ' ');
}

/** Files lie on servers of its own, under the address without a size. */
export function squarespaceFiles(addresses: Iterable<string>): FileAddresses {
  const hosts = new Set([...addresses].map((address) => URL.parse(address)?.hostname ?? ''));
  const nameOf = (address: string) => {
    const url = URL.parse(address.startsWith('//') ? `https:${address}` : address);
    if (!url || !(ownHosts.test(url.hostname) || hosts.has(url.hostname))) return '';
    const name = percentDecoded(url.pathname)?.replace(/^\/+/, '').normalize('NFC') ?? '';
    return name.split('/').every((part) => part !== '' && !/^\.|[\\\p{Cc}:]/u.test(part)) ? name : '';
  };
  const isFile = (name: string) => downloadTypeOf(name) !== null;
  return {
    imageNames: (address) => [nameOf(address)].filter((name) => name !== '' && !isFile(name)),
    fileName: (address) => [nameOf(address)].find(isFile) ?? null,
    pathOf: () => null,
    remotes: (address) => {
      const url = URL.parse(address.startsWith('//') ? `https:${address}` : address);
      if (url && ownHosts.test(url.hostname)) url.search = '';
      return url ? [url.href] : [];
    },
  };
}

/** The lists below each blog of the site, which names tags and categories as they are written. */
export function* squarespaceLists({ items, terms }: Outline): Generator<LegacyUrl> {
  const roots = new Set<string>();
  for (const { type, link, isHidden } of items.values()) {
    const [, root, rest] = /^\/([^/]+)\/(.+)/.exec(link) ?? [];
    if (type === 'post' && !isHidden && root && rest) roots.add(root);
  }
  for (const root of roots) {
    yield { from: canonicalPath(`/${root}`), to: { path: '/' } };
    for (const { key, name, taxonomy } of terms.values()) {
      const list = taxonomy === 'category' ? 'category' : 'tag';
      const names = [encodeURIComponent(name), encodeURIComponent(name).replaceAll('%20', '+')];
      for (const one of new Set(names)) yield { from: canonicalPath(`/${root}/${list}/${one}`), to: { tag: key } };
    }
  }
}
