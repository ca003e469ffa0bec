import { z } from 'zod';

/** The first entry, by which an archive is recognised; the last, which proves that it is whole. */
export const headName = 'masthead.json';
export const manifestName = 'manifest.json';
export const settingsName = 'settings.json';
export const menusName = 'menus.json';
export const redirectsName = 'redirects.csv';
export const listNames = {
  users: 'users.jsonl',
  tags: 'tags.jsonl',
  series: 'series.jsonl',
  media: 'media.jsonl',
  comments: 'comments.jsonl',
} as const;
export const mediaFolder = 'media/';

/** Raised when what is written here can no longer be read by the version before. */
export const SCHEMA_VERSION = 2;

export const archiveHead = z.object({ masthead: z.literal('site archive'), schema: z.number().int() });

export const archiveManifest = z.object({
  schema: z.number().int(),
  counts: z.record(z.string(), z.number().int()),
  /** SHA-256 of every other entry, by name. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});

/** Texts where lines are kept on disk, as JSON. */
const momentText = z.iso.datetime();
const moment = momentText.transform((text) => new Date(text));
const text = z.string();

export const userLine = z.object({
  slug: text.min(1),
  name: text,
  bio: text.default(''),
  website: text.default(''),
  /** Whether everybody can open a page with all that they have written in public. */
  hasProfile: z.boolean().default(true),
  created: moment,
  email: text.default(''),
});

export const tagLine = z.object({ slug: text.min(1), name: text, description: text.default('') });

/** Posts name their series by its title, and have their places in it themselves. */
export const seriesLine = z.object({ slug: text.min(1), title: text.min(1), description: text.default('') });
export type SeriesLine = z.output<typeof seriesLine>;

const variant = z.object({
  path: text,
  width: z.number().int(),
  height: z.number().int(),
  mime: text,
  bytes: z.number().int(),
});

const framing = { width: z.number().int(), height: z.number().int(), color: text.max(100), variants: z.array(variant) };

export const mediaLine = z.object({
  key: text.min(1),
  /** SHA-256 of what was uploaded, before its sizes were made. */
  hash: text.regex(/^[0-9a-f]{64}$/),
  fileName: text,
  mime: text,
  bytes: z.number().int(),
  alt: text.default(''),
  caption: text.default(''),
  credit: text.default(''),
  focus: text.max(40).default(''),
  crop: text.max(80).default(''),
  ...framing,
  /** As it was before a part of it was chosen. */
  original: z.object({ ...framing, focus: text.optional() }).optional(),
  created: moment,
});
export type MediaLine = z.output<typeof mediaLine>;

export const commentStates = ['approved', 'pending', 'hidden', 'spam', 'shadowed', 'deleted'] as const;

export const commentLine = z.object({
  /** The slug of its post. */
  post: text,
  id: text.min(1),
  parent: text.nullable().default(null),
  type: z.enum(['comment', 'mention']).default('comment'),
  status: z.enum(commentStates),
  /** The slug of a user, or else the name that is shown. */
  author: text.nullable().default(null),
  name: text.default(''),
  url: text.default(''),
  format: z.enum(['markdown', 'html']).default('markdown'),
  body: text.default(''),
  created: momentText,
  edited: momentText.optional(),
  pinned: momentText.optional(),
  picked: momentText.optional(),
  deletedBy: z.enum(['author', 'moderator', '']).default(''),
});
export type CommentLine = z.output<typeof commentLine>;

const menuEntry = z.object({
  label: text.default(''),
  nested: z.boolean().default(false),
  /** The slug of a post or page, or of a tag. */
  post: text.optional(),
  tag: text.optional(),
  address: text.optional(),
});
export const menusFile = z.object({ masthead: z.literal('menus'), places: z.record(z.string(), z.array(menuEntry)) });
export type MenusFile = z.output<typeof menusFile>;

export const settingsFile = z.object({ masthead: z.literal('settings'), values: z.record(z.string(), z.unknown()) });

export const postStatuses = ['draft', 'review', 'published', 'private', 'trashed'] as const;

const cover = z.object({ image: text });

/** What stands before the text, without the fields of the editor, which follow their own rules. */
export const frontMatter = z.looseObject({
  masthead: z.literal('post'),
  /** The id in every feed, for ever. */
  id: text.min(1),
  slug: text.min(1),
  status: z.enum(postStatuses),
  statusBeforeTrash: z.enum(['', ...postStatuses]).default(''),
  date: moment.nullable().default(null),
  firstPublished: moment.nullable().default(null),
  until: moment.nullable().default(null),
  created: moment,
  changed: moment,
  pinned: moment.nullable().default(null),
  authors: z.array(text).default([]),
  tags: z.array(text).default([]),
  series: z.object({ title: text, position: z.number().int() }).nullable().default(null),
  cover: cover.nullable().default(null),
  parent: text.nullable().default(null),
  menuOrder: z.number().int().default(0),
  commentsLockedReason: text.default(''),
  enclosures: z.array(z.object({ url: text, type: text, bytes: z.number() })).default([]),
});
export type FrontMatter = z.output<typeof frontMatter>;

const before = '<!doctype html>\n<meta charset="utf-8">\n<meta name="generator" content="Masthead site archive">\n';
const body = '<body>\n';

/** A page with the text of a post, as it is. */
export function pageOf(title: string, bodyHtml: string) {
  return `${before}<title>${title}</title>\n${body}${bodyHtml}\n</body>\n`;
}

/** The text of a post in such a page; null if it is no such page. */
export function bodyOf(page: string) {
  const at = page.indexOf(body);
  const end = page.lastIndexOf('\n</body>');
  return page.startsWith(before) && at > 0 && end >= at + body.length ? page.slice(at + body.length, end) : null;
}

const folderOfType = { post: 'posts', page: 'pages' } as const;

/** Where a post stands in the archive, without its extension. */
export function placeOfPost({ type, slug }: { type: string; slug: string }) {
  return `${folderOfType[type === 'page' ? 'page' : 'post']}/${slug}`;
}

const named: readonly [RegExp, RegExp][] = [
  [/(?:^|\/)masthead\.json$/, /^\{\s*"masthead"\s*:\s*"site archive"/],
  [/(?:^|\/)(?:settings|menus)\.json$/, /^\{\s*"masthead"\s*:\s*"(?:settings|menus)"/],
  [/(?:^|\/)manifest\.json$/, /^\{\s*"schema"\s*:\s*\d+,\s*"counts"/],
  [/(?:^|\/)(?:users|tags|series|media|comments)\.jsonl$/, /^(?:\{"|$)/],
  [/(?:^|\/)redirects\.csv$/, /^"from","to","status","kind"/],
  [/(?:^|\/)(?:posts|pages)\/.+\.md$/, /^---\nmasthead: post\n/],
  [
    /(?:^|\/)(?:posts|pages)\/.+\.html$/,
    /^<!doctype html>\n<meta charset="utf-8">\n<meta name="generator" content="Masthead/,
  ],
];

/** Whether an entry is part of a site archive, by its name and how it begins. */
export function isPart(name: string, beginning: string) {
  return named.some(([names, beginnings]) => names.test(name) && beginnings.test(beginning));
}

/** Whether a name may be one of an archive's own entries. */
export function isPartName(name: string) {
  return named.some(([names]) => names.test(name));
}
