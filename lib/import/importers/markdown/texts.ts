import type { SeriesDraft } from '../../drafts';
import { plainLine } from '../../reading/plain-line';
import { readLooseDate } from '../../reading/loose-dates';
import type { EntryAuthor, EntryFields, EntryTag } from '../../entries/entry';
import { isRecord, type FrontMatter, type MatterFile } from './front-matter';
import type { Layout, TextPlace } from './layout';
import { linksOf } from './permalinks';
import type { SiteSettings } from './settings';
import { choiceIn, lineIn, namesIn, pictureIn, textsIn, valueOf } from './values';

type Folder = { layout: Layout; settings: SiteSettings };
type Note = (why: string) => void;
type TextContext = { folder: Folder; note: Note; now?: Date };

const publishing = [
  'publishdate',
  'date',
  'pubdate',
  'published',
  'publishedat',
  'publisheddate',
  'publishedtime',
  'created',
  'createdat',
  'dateadded',
];
const changing = [
  'lastmod',
  'lastmodifiedat',
  'updated',
  'updateddate',
  'updatedat',
  'modified',
  'moddate',
  'modifieddate',
  'lastupdated',
];
const expiring = ['expirydate', 'unpublishdate', 'expires'];
const picturing = [
  'cover',
  'image',
  'featuredimage',
  'featureimage',
  'featuredimg',
  'heroimage',
  'coverimage',
  'hero',
  'banner',
  'thumbnail',
  'ogimage',
  'header',
  'images',
];
const describing = ['excerpt', 'summary', 'description', 'subtitle', 'abstract', 'lead', 'tldr'];

/** What a text and its fields say of a post or page. `now` decides what has expired. */
export function entryOfText(
  file: MatterFile,
  place: TextPlace,
  { folder, note, now = new Date() }: TextContext,
): EntryFields {
  const fields = withDefaults(file.fields, place, folder.settings);
  const { timeZone } = folder.settings;
  const dateIn = (names: readonly string[]) => firstDate(fields, names, timeZone);
  const date = dateIn(publishing) ?? readLooseDate(place.date, timeZone);
  const { title, body } = titled(file.body, fields, place);
  const slug = lineIn(fields, 'slug', 'basename').replace(/^\/|\/$/g, '');
  const categories = [
    ...namesIn(valueOf(fields, 'categories', 'topics'), folder.layout.generator === 'hugo' ? 'whole' : 'at spaces'),
    ...namesIn(fields.get('category'), 'whole'),
    ...place.categories,
  ];
  const layout = lineIn(fields, 'layout', 'type').toLowerCase();
  // Of files alone, a date makes a post.
  const isDated = date !== null && folder.layout.generator === 'plain';
  const kind = layout === 'page' || (place.kind === 'page' && !isDated) ? 'page' : 'post';
  const facts = { title, slug, date, categories: [...new Set(categories)] };
  const [link = '', ...others] = addressesOf(fields, place, { ...folder, facts, note });
  const status = statusOf(fields, place, { expires: dateIn(expiring), now, note });
  noteUnreadable(fields, date, note);
  if (status === 'published' && !date && kind === 'post') note('It has no date: it has the time of the import.');
  const excerpt = lineIn(fields, ...describing);
  const description = lineIn(fields, 'description', 'metadescription');
  return {
    sourceId: place.path,
    where: place.path,
    path: place.path,
    type: kind,
    status,
    title,
    text: body,
    slug: slug || lastOf(link) || place.name,
    link,
    oldAddresses: [...others, ...aliasesOf(fields, link)],
    excerpt: excerpt || beforeMore(body),
    publishAt: status === 'draft' ? null : date,
    createdAt: date,
    changedAt: dateIn(changing) ?? date,
    isPinned: [choiceIn(fields, 'pin'), choiceIn(fields, 'pinned'), choiceIn(fields, 'sticky')].includes(true),
    commentsMode: kind === 'page' || choiceIn(fields, 'comments') === false ? 'off' : 'open',
    menuOrder: kind === 'page' ? Math.trunc(Number(valueOf(fields, 'weight', 'navorder', 'order')) || 0) : 0,
    series: seriesOf(fields),
    authors: authorsOf(fields, folder.settings),
    tags: tagsOf(fields, { categories: facts.categories, isSpaced: folder.layout.generator !== 'hugo' }),
    cover: pictureIn(valueOf(fields, ...picturing)),
    seoTitle: lineIn(fields, 'seotitle', 'metatitle').slice(0, 300),
    seoDescription: description === excerpt ? '' : description.slice(0, 500),
    canonicalUrl: textsIn(valueOf(fields, 'canonicalurl', 'canonical')).find((one) => /^https?:\/\//i.test(one)) ?? '',
    isNoindex: choiceIn(fields, 'noindex') === true || /noindex/i.test(lineIn(fields, 'robots')),
    feedId: lineIn(fields, 'guid'),
  };
}

function withDefaults(
  fields: FrontMatter,
  { path, kind, collection }: TextPlace,
  { defaults }: SiteSettings,
): FrontMatter {
  const all = new Map<string, unknown>();
  const type = collection || (kind === 'page' ? 'pages' : kind === 'draft' ? 'drafts' : 'posts');
  for (const one of defaults) {
    const isInside = one.path === '' || path === one.path || path.startsWith(`${one.path}/`);
    if (!isInside || (one.type !== '' && one.type !== type)) continue;
    for (const [name, value] of Object.entries(one.values)) all.set(name.toLowerCase().replace(/[-_]/g, ''), value);
  }
  for (const [name, value] of fields) all.set(name, value);
  return all;
}

/** Without a title of its own, a text has that of its first heading, or its name. */
function titled(body: string, fields: FrontMatter, { name, path }: TextPlace) {
  const given = lineIn(fields, 'title');
  const heading = /^\s*#[ \t]+([^\n]{1,300}?)[ \t]*#*[ \t]*(?:\r?\n|$)/.exec(body);
  const inBody = heading?.[1] ? plainLine(heading[1].replace(/[*_`]/g, '')) : '';
  if (heading && inBody && (given === '' || inBody === given))
    return { title: inBody, body: body.slice(heading[0].length) };
  const words = (name || path).replace(/[-_]+/g, ' ').trim();
  return { title: given || words.charAt(0).toUpperCase() + words.slice(1), body };
}

function firstDate(fields: FrontMatter, names: readonly string[], timeZone: string) {
  for (const name of names) {
    const date = readLooseDate(fields.get(name), timeZone);
    if (date) return date;
  }
  return null;
}

function noteUnreadable(fields: FrontMatter, date: Date | null, note: Note) {
  const given = valueOf(fields, 'date', 'pubdate', 'publishdate');
  if (given !== undefined && !date) note(`Its date cannot be read: ${String(given).slice(0, 60)}.`);
}

type Judging = { expires: Date | null; now: Date; note: Note };

function statusOf(
  fields: FrontMatter,
  { kind }: TextPlace,
  { expires, now, note }: Judging,
): 'published' | 'draft' | 'private' {
  const isDraft = choiceIn(fields, 'draft') === true || /^(?:draft|hidden)$/i.test(lineIn(fields, 'status'));
  if (kind === 'draft' || isDraft || choiceIn(fields, 'published') === false || fields.get('permalink') === false)
    return 'draft';
  if (!expires) return 'published';
  if (expires > now) {
    note(`It was to expire on ${expires.toISOString().slice(0, 10)}: posts do not expire here.`);
    return 'published';
  }
  note(`It expired on ${expires.toISOString().slice(0, 10)}, so it is private.`);
  return 'private';
}

type Addressing = Folder & { facts: Parameters<typeof linksOf>[1]; note: Note };

/** Where readers had it, best first. */
function addressesOf(fields: FrontMatter, place: TextPlace, { layout, settings, facts, note }: Addressing): string[] {
  const given = fields.get('url') ?? fields.get('permalink');
  const made = linksOf(place, facts, { generator: layout.generator, settings });
  if (typeof given !== 'string' || given.trim() === '') return made;
  const filled = given.trim().replace(/\{\{[-\s]*(?:page\.fileSlug|slug|page\.filePathStem)[-\s]*\}\}/g, place.name);
  if (/\{[{%]/.test(filled)) {
    note(`Its address is a template, which was not read: ${filled.slice(0, 120)}.`);
    return made;
  }
  if (/:[a-z_]+/.test(filled) && !/^https?:/i.test(filled))
    return linksOf(place, facts, { generator: layout.generator, settings: { ...settings, permalink: filled } });
  return [/^(?:https?:)?\//i.test(filled) ? filled : `/${filled}`];
}

function aliasesOf(fields: FrontMatter, link: string) {
  const names = ['aliases', 'alias', 'redirectfrom', 'redirects', 'oldurls'];
  const inRoot = new Set(['redirectfrom', 'redirects', 'oldurls']);
  return names.flatMap((name) =>
    textsIn(fields.get(name)).map((one) => {
      if (/^(?:https?:)?\//i.test(one)) return one;
      return inRoot.has(name) ? `/${one}` : `${link.replace(/[^/]+\/?$/, '')}${one}`;
    }),
  );
}

function authorsOf(fields: FrontMatter, { authors }: SiteSettings): EntryAuthor[] {
  const given = valueOf(fields, 'authors', 'author');
  const all = Array.isArray(given) ? given : [given];
  return all.flatMap((one) => {
    const email = isRecord(one) && typeof one.email === 'string' ? one.email.trim().toLowerCase() : '';
    return namesIn(one, Array.isArray(given) ? 'whole' : 'at commas').map((name) => ({
      name: authors.get(name) ?? name,
      email,
    }));
  });
}

/** A post is part of one series here; a position is a number of its own. */
function seriesOf(fields: FrontMatter): SeriesDraft | null {
  const [title] = namesIn(valueOf(fields, 'series', 'seriestitle'), 'whole');
  const position = Number(valueOf(fields, 'seriesorder', 'seriesindex', 'seriespart', 'seriesnumber', 'part'));
  return title ? { title, position: Number.isInteger(position) && position > 0 ? position : null } : null;
}

type Tagging = { categories: readonly string[]; /** Whether a text with spaces is several tags. */ isSpaced: boolean };

function tagsOf(fields: FrontMatter, { categories, isSpaced }: Tagging): EntryTag[] {
  const tags = [
    ...namesIn(fields.get('tags'), isSpaced ? 'at spaces' : 'whole'),
    ...namesIn(fields.get('tag'), 'whole'),
  ];
  return [
    ...categories.map((name) => ({ kind: 'category', name })),
    ...tags.map((name) => ({ kind: 'tag', name: name.replace(/^#/, '') })),
  ];
}

function beforeMore(body: string) {
  const at = body.search(/<!--\s*more\s*-->/i);
  const start = at > 0 ? body.slice(0, at) : '';
  return plainLine(
    start
      .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[*_`>#]/g, ''),
  ).slice(0, 600);
}

function lastOf(link: string) {
  const [path = ''] = link.split(/[?#]/);
  return (
    path
      .split('/')
      .findLast(Boolean)
      ?.replace(/\.html?$/i, '') ?? ''
  );
}
