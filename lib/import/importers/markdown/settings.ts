import { readFile, stat } from 'node:fs/promises';
import type { ExportFile } from '../../importer';
import { namedZone } from '../../site-settings/time-zones';
import { isRecord, plainName, readFieldsFile } from './front-matter';

const MAX_BYTES = 2 * 1024 * 1024;

/** What the settings of a site say; names are without case. */
export type SiteSettings = {
  baseUrl: string;
  title: string;
  tagline: string;
  /** Its time zone; "UTC" if it names none. */
  timeZone: string;
  /** As it is written there; "" for none. */
  namedZone: string;
  language: string;
  /** The form of the addresses of posts, and of sections by their name. */
  permalink: string;
  permalinks: ReadonlyMap<string, string>;
  hasUglyUrls: boolean;
  /** Collections that have pages of their own. */
  collections: ReadonlySet<string>;
  defaults: readonly { path: string; type: string; values: Record<string, unknown> }[];
  /** Full names of authors by the short ones that posts have. */
  authors: ReadonlyMap<string, string>;
};

/** Reads the settings files of a site as one. */
export async function readSettings(files: readonly ExportFile[]): Promise<SiteSettings> {
  const all: Record<string, unknown>[] = [];
  const authors = new Map<string, string>();
  for (const { path, name } of files) {
    if ((await stat(path)).size > MAX_BYTES) continue;
    const fields = readFieldsFile(name, await readFile(path, 'utf8'));
    if (/_data\/authors\.ya?ml$/i.test(name)) takeAuthors(authors, fields);
    else all.push(/\/permalinks\.\w+$/i.test(name) ? { permalinks: fields } : fields);
  }
  const valueOf = (...names: string[]) => {
    for (const fields of all)
      for (const [name, value] of Object.entries(fields))
        if (names.includes(plainName(name)) && value !== '' && value !== null) return value;
    return undefined;
  };
  const textOf = (...names: string[]) => {
    const value = valueOf(...names);
    return typeof value === 'string' ? value.trim() : '';
  };
  const params = recordOf(valueOf('params'));
  const zone = textOf('timezone');
  return {
    baseUrl: joined(textOf('baseurl'), textOf('url')),
    title: textOf('title') || String(params.title ?? ''),
    tagline: textOf('description', 'tagline', 'subtitle') || String(params.description ?? ''),
    timeZone: namedZone(zone) ?? 'UTC',
    namedZone: namedZone(zone) ?? '',
    language: (textOf('defaultcontentlanguage') || 'en').toLowerCase(),
    permalink: textOf('permalink'),
    permalinks: new Map(formsIn(recordOf(valueOf('permalinks')))),
    hasUglyUrls: valueOf('uglyurls') === true,
    collections: new Set(outputIn(recordOf(valueOf('collections')))),
    defaults: defaultsIn(valueOf('defaults')),
    authors,
  };
}

/** Jekyll has the host and the folder apart; others have one address. */
function joined(base: string, host: string) {
  if (/^https?:\/\//i.test(base)) return base;
  return host ? host.replace(/\/+$/, '') + (base.startsWith('/') ? base : '') : '';
}

/** `posts = "/:slug/"`, or the same below `page`. */
function* formsIn(permalinks: Record<string, unknown>): Generator<[string, string]> {
  for (const [section, form] of Object.entries(permalinks)) {
    if (typeof form === 'string') yield [section.toLowerCase(), form];
    else if (section === 'page' && isRecord(form)) yield* formsIn(form);
  }
}

function* outputIn(collections: Record<string, unknown>) {
  for (const [name, facts] of Object.entries(collections))
    if (isRecord(facts) && facts.output === true) yield name.toLowerCase();
}

function defaultsIn(value: unknown) {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((one) => {
    const scope = recordOf(one.scope);
    const path = typeof scope.path === 'string' ? scope.path.replace(/^\/|\/$/g, '') : '';
    return { path, type: typeof scope.type === 'string' ? scope.type : '', values: recordOf(one.values) };
  });
}

function takeAuthors(authors: Map<string, string>, fields: Record<string, unknown>) {
  for (const [short, facts] of Object.entries(fields)) {
    const name = isRecord(facts) ? (facts.name ?? facts.display_name) : facts;
    if (typeof name === 'string' && name.trim()) authors.set(short, name.trim());
  }
}

function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}
