import type { XmlNode } from '../../reading/xml/records';
import { plainLine } from '../../reading/plain-line';

/** Namespaces of export files: their prefixes vary. */
export const prefixes: readonly (readonly [RegExp, string])[] = [
  [/^http:\/\/schemas\.google\.com\/blogger\/2018\/?$/, 'blogger'],
  [/^http:\/\/purl\.org\/atom\/app#$|^http:\/\/www\.w3\.org\/2007\/app$/, 'app'],
  [/^http:\/\/purl\.org\/syndication\/thread\/1\.0\/?$/, 'thr'],
  [/^http:\/\/schemas\.google\.com\/g\/2005\/?$/, 'gd'],
];

export type EntryKind = 'post' | 'page' | 'comment' | 'settings' | 'other';
export type Person = { name: string; uri: string; email: string };

const kindScheme = 'http://schemas.google.com/g/2005#kind';
const takeoutKinds: Record<string, EntryKind> = { POST: 'post', PAGE: 'page', COMMENT: 'comment' };

export function textOf(node: XmlNode, name: string) {
  return node.children.find((child) => child.name === name)?.text ?? '';
}

/** As textOf, without the line breaks that programs put around it. */
export function factOf(node: XmlNode, name: string) {
  return textOf(node, name).trim();
}

/** What an entry is: by its category in backups, by its type in Takeout files, by what it answers in feeds. */
export function kindOf(entry: XmlNode): EntryKind {
  const term = entry.children.find(({ name, attributes }) => name === 'category' && attributes.scheme === kindScheme)
    ?.attributes.term;
  const named = /kind#(post|page|comment|settings)$/.exec(term ?? '')?.[1];
  if (term !== undefined) return (named as EntryKind | undefined) ?? 'other';
  const type = factOf(entry, 'blogger:type').toUpperCase();
  if (type) return takeoutKinds[type] ?? 'other';
  if (/\.settings\./.test(factOf(entry, 'id'))) return 'settings';
  return entry.children.some(({ name }) => name === 'thr:in-reply-to') ? 'comment' : 'post';
}

/** "tag:blogger.com,1999:blog-12.post-34" names blog 12 and 34; comments are called posts too. */
export function idsOf(id: string): { blog: string; number: string } {
  const [, blog = '', number = ''] = /blog-(\d+)\.(?:post|page|comment)-(\d+)$/.exec(id.trim()) ?? [];
  return { blog, number };
}

/** The address where readers had it; "" for a draft. */
export function linkOf(entry: XmlNode) {
  const links = entry.children.filter(({ name }) => name === 'link');
  const own = links.find(({ attributes }) => attributes.rel === 'alternate' && isPage(attributes.type));
  return own?.attributes.href?.trim() ?? '';
}

function isPage(type = 'text/html') {
  return type === 'text/html';
}

/** Its path in a Takeout file: "/2024/03/boats.html". */
export function fileNameOf(entry: XmlNode) {
  const name = factOf(entry, 'blogger:filename');
  return /^\/[^\s?#]+$/.test(name) ? name : '';
}

export function labelsOf(entry: XmlNode) {
  const categories = entry.children.filter(({ name }) => name === 'category');
  const labels = categories.filter(
    ({ attributes: { scheme = '' } }) =>
      scheme !== kindScheme && /blogger\.com\/atom\/ns#|^tag:blogger\.com,|^$/.test(scheme),
  );
  return [...new Set(labels.flatMap(({ attributes }) => plainLine(attributes.term ?? '').slice(0, 200) || []))];
}

export function personOf(entry: XmlNode): Person {
  const author = entry.children.find(({ name }) => name === 'author');
  if (!author) return { name: '', uri: '', email: '' };
  const email = factOf(author, 'email').toLowerCase();
  return {
    name: plainLine(factOf(author, 'name')).slice(0, 120),
    uri: factOf(author, 'uri'),
    email: email === 'noreply@blogger.com' ? '' : email,
  };
}

export function isDraft(entry: XmlNode) {
  const control = entry.children.find(({ name }) => name === 'app:control');
  return control !== undefined && /^yes$/i.test(factOf(control, 'app:draft'));
}

/** The property of this name that Google's older schema notes. */
export function propertyOf(entry: XmlNode, wanted: string) {
  const found = entry.children.find(
    ({ name, attributes }) => name === 'gd:extendedProperty' && attributes.name === wanted,
  );
  return found?.attributes.value ?? '';
}

/** A title or text as it was meant: files escape some twice. */
export function titleOf(entry: XmlNode) {
  const line = plainLine(textOf(entry, 'title'));
  return /&(?:amp|lt|gt|quot|#\d+);/.test(line) ? plainLine(line) : line;
}
