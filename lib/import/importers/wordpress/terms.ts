import { AppError } from '@/lib/platform/errors';
import type { AuthorDraft, TagDraft } from '../../drafts';
import type { XmlNode } from '../../reading/xml/records';
import { plainTextOf } from './bodies';
import type { LeftOut } from './left-out';
import { niceName } from './list-addresses';
import { decodeSlug, detached, factOf, textOf } from './nodes';
import { keyOfLogin } from './squarespace';

export type TermOutline = TagDraft & { id: string; taxonomy: 'category' | 'post_tag'; parentSlug: string };

type TermsDraft = {
  hasOwnBase: boolean;
  authors: Map<string, AuthorDraft>;
  authorKeysById: Map<string, string>;
  terms: Map<string, TermOutline>;
  leftOut: LeftOut;
};

/** For an author of whom only an e-mail address is known. */
const UNNAMED = 'Author';
/** Fits the command-line tool's heap. */
const MAX_TERMS = 100_000;
/** Authors are read separately; the others are themes' and menus' internals. */
const silentTaxonomies = new Set([
  'author',
  'post_format',
  'nav_menu',
  'wp_theme',
  'wp_pattern_category',
  'link_category',
  'wp_template_part_area',
]);

export function takeAuthor(outline: TermsDraft, node: XmlNode) {
  const login = factOf(node, 'wp:author_login');
  const key = detached(keyOfLogin(login, outline));
  if (!key) return;
  const read = (field: string) => plainTextOf(textOf(node, `wp:author_${field}`));
  const names = [read('first_name'), read('last_name')].filter(Boolean).join(' ');
  const name = detached(read('display_name') || names || (key === login ? key : UNNAMED));
  const email = detached(factOf(node, 'wp:author_email').toLowerCase());
  const nice = niceName(key);
  const other = nice && nice !== key ? { otherKey: nice } : {};
  outline.authors.set(key, { key, name, email, ...(key === login ? other : { slug: '' }) });
  const id = factOf(node, 'wp:author_id');
  if (id) outline.authorKeysById.set(detached(id), key);
}

/** An author whom the channel may not list. */
export function takeCreator(outline: TermsDraft, login: string) {
  const key = detached(keyOfLogin(login, outline));
  if (!key || outline.authors.has(key)) return;
  const isLogin = key === login;
  outline.authors.set(
    key,
    isLogin ? { key, name: key, email: '' } : { key, name: UNNAMED, email: detached(login.toLowerCase()), slug: '' },
  );
}

/** Reads a category or tag of the channel, with these field names. */
export function takeTerm(
  outline: TermsDraft,
  node: XmlNode,
  taxonomy: TermOutline['taxonomy'],
  names: [string, string, string, string],
) {
  const [slug, parent] = [names[0], names[3]].map((field) => (field ? factOf(node, `wp:${field}`) : ''));
  const [name, description] = [names[1], names[2]].map((field) => plainTextOf(textOf(node, `wp:${field}`)));
  addTerm(outline, {
    taxonomy,
    id: factOf(node, 'wp:term_id'),
    slug: slug ?? '',
    name: name ?? '',
    description: description ?? '',
    parentSlug: parent ?? '',
  });
}

/** Reads a term in the generic form. */
export function takeGeneralTerm(outline: TermsDraft, node: XmlNode) {
  const taxonomy = factOf(node, 'wp:term_taxonomy');
  if (taxonomy === 'category' || taxonomy === 'post_tag') {
    takeTerm(outline, node, taxonomy, ['term_slug', 'term_name', 'term_description', 'term_parent']);
  }
}

type TermFields = Omit<TermOutline, 'key' | 'kind'>;

function addTerm(outline: TermsDraft, term: TermFields) {
  if (!term.slug && !term.name) return;
  const slug = detached(decodeSlug(term.slug || term.name));
  const key = `${term.taxonomy}:${slug}`;
  const known = outline.terms.get(key);
  if (!known && outline.terms.size >= MAX_TERMS) throw tooMany(MAX_TERMS, 'categories and tags');
  outline.terms.set(key, {
    key,
    kind: term.taxonomy === 'category' ? 'category' : 'tag',
    slug,
    taxonomy: term.taxonomy,
    id: detached(term.id || known?.id || ''),
    name: detached(term.name || known?.name || slug),
    description: detached(term.description || known?.description || ''),
    parentSlug: detached(decodeSlug(term.parentSlug) || known?.parentSlug || ''),
  });
}

/** Reads a term of an item, which the channel may not list. */
export function takeItemTerm(outline: TermsDraft, node: XmlNode) {
  const { domain = 'category', nicename = '' } = node.attributes;
  if (domain !== 'category' && domain !== 'post_tag' && !silentTaxonomies.has(domain)) outline.leftOut.term(domain);
  if (domain === 'category' || domain === 'post_tag') {
    addTerm(outline, {
      taxonomy: domain,
      id: '',
      slug: nicename,
      name: plainTextOf(node.text),
      description: '',
      parentSlug: '',
    });
  }
}

/** The error for an export that is too large. */
export function tooMany(count: number, what: string) {
  return new AppError(
    'too_large',
    `The export has more than ${count.toLocaleString('en')} ${what}, which is more than one import can hold: nothing was imported. Export a part of the site at a time (Tools → Export takes a category, an author or a span of months).`,
  );
}
