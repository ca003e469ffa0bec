import type { SiteSettings } from './settings';

export type Generator = 'hugo' | 'jekyll' | 'hexo' | 'astro' | 'plain';

/** Where the folder of the site begins in the archive ("" or with a slash), and what made it. */
export type Layout = { root: string; generator: Generator };

/** What the path of a text says. */
export type TextPlace = {
  /** Below the folder of the site. */
  path: string;
  /** The folders of its address, without its own name. */
  folders: readonly string[];
  /** Its own name in its address; "" for the first page of the site. */
  name: string;
  /** As in its file name; "" for none. */
  date: string;
  kind: 'post' | 'page' | 'draft' | 'list' | 'hidden';
  /** Folders that are categories. */
  categories: readonly string[];
  collection: string;
  /** Of a translation, as in its name: "de". */
  language: string;
};

const marker = /(?:^|\/)(?:_posts|_drafts|content|source\/_posts|src\/(?:content|pages|posts|blog|data))\//;
const plainFolder = /^(?:posts?|blog|articles?|notes?|pages?|src|docs|writing|drafts?|news)$/i;
const settingsName = /(?:_config\.ya?ml|(?:config\/_default\/)?(?:hugo|config|permalinks)\.(?:toml|ya?ml|json))$/i;
const dated = /^(\d{4}-\d{1,2}-\d{1,2})(?:-\d\d-\d\d)?[-_](.+)$/;

/** What the names of the files say of the whole. */
export function layoutOf(names: readonly string[]): Layout {
  const settings = names.filter((name) => settingsName.test(name)).toSorted((a, b) => a.length - b.length)[0];
  const root = settings === undefined ? rootOf(names) : settings.replace(settingsName, '');
  const inside = names.filter((name) => name.startsWith(root)).map((name) => name.slice(root.length));
  const has = (pattern: RegExp) => inside.some((name) => pattern.test(name));
  return { root, generator: generatorOf(has) };
}

function generatorOf(has: (pattern: RegExp) => boolean): Generator {
  if (has(/^source\/_(?:posts|drafts)\//)) return 'hexo';
  if (has(/^_config\.ya?ml$|(?:^|\/)_(?:posts|drafts)\//)) return 'jekyll';
  if (has(/^(?:hugo|config)\.|^config\/_default\/|^content\//)) return 'hugo';
  return has(/^src\/(?:content|pages|data)\//) ? 'astro' : 'plain';
}

function rootOf(names: readonly string[]) {
  const common = names.map((name) => name.replace(/[^/]*$/, '')).reduce((a, b) => sharedFolder(a, b), names[0] ?? '');
  const folder = common.replace(/[^/]*$/, '');
  const found = marker.exec(folder);
  if (found) return folder.slice(0, found.index === 0 && !folder.startsWith('/') ? 0 : found.index + 1);
  const [first = ''] = folder.split('/');
  return first && !plainFolder.test(first) && !first.startsWith('_') ? `${first}/` : '';
}

function sharedFolder(a: string, b: string) {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a.slice(0, a.lastIndexOf('/', at - 1) + 1);
}

/** What a text is by where it stands. */
export function placeOfText(name: string, { root, generator }: Layout, settings: SiteSettings): TextPlace {
  const path = name.startsWith(root) ? name.slice(root.length) : name;
  const stem = path.replace(/\.[a-z]+$/i, '');
  const place = byGenerator[generator](stem, settings);
  return { path, date: '', categories: [], collection: '', language: '', ...place };
}

type Given = Pick<TextPlace, 'folders' | 'name' | 'kind'> & Partial<TextPlace>;
type Reader = (stem: string, settings: SiteSettings) => Given;

const byGenerator: Record<Generator, Reader> = {
  hugo: (stem, { language: own }) => {
    const [, plain = stem, language = ''] = /^(.*)\.([a-z]{2}(?:-[a-z]{2})?)$/i.exec(stem) ?? [];
    const parts = plain.replace(/^content\//, '').split('/');
    const last = parts.pop() ?? '';
    if (last === '_index') return { folders: parts, name: '', kind: 'list' };
    const bundle = last === 'index' ? (parts.pop() ?? '') : last;
    const isPage = parts.length === 0 || /^pages?$/i.test(parts[0] ?? '');
    const place: Given = { folders: parts, name: bundle, kind: isPage ? 'page' : 'post' };
    return {
      ...place,
      ...datePart(bundle, false),
      language: language.toLowerCase() === own ? '' : language.toLowerCase(),
    };
  },
  jekyll: (stem, { collections }) => {
    const post = /^(?:(.*)\/)?_(posts|drafts)\/(?:(.*)\/)?([^/]+)$/.exec(stem);
    if (post) {
      const categories = [...(post[1] ?? '').split('/'), ...(post[3] ?? '').split('/')].filter(Boolean);
      const kind = post[2] === 'drafts' ? 'draft' : 'post';
      return { folders: categories, categories, kind, ...nameAndDate(post[4] ?? '') };
    }
    const [, collection = '', rest = stem] = /^_([^/]+)\/(.+)$/.exec(stem) ?? [];
    const parts = (collection ? `${collection}/${rest}` : stem).split('/');
    const last = parts.pop() ?? '';
    const kind = collection && !collections.has(collection.toLowerCase()) ? 'hidden' : 'page';
    if (last === 'index') return { folders: parts.slice(0, -1), name: parts.at(-1) ?? '', kind, collection };
    return { folders: parts, name: last, kind, collection };
  },
  hexo: (stem) => {
    const post = /^source\/_(posts|drafts)\/(?:.*\/)?([^/]+)$/.exec(stem);
    if (post) return { folders: [], kind: post[1] === 'drafts' ? 'draft' : 'post', ...nameAndDate(post[2] ?? '') };
    return pageAt(stem.replace(/^source\//, ''));
  },
  astro: (stem) => {
    const [, collection, rest] = /^src\/(?:content|data)\/([^/]+)\/(.+)$/.exec(stem) ?? [];
    if (collection && rest)
      return { ...postAt(`${collection}/${rest}`), kind: /^pages?$/i.test(collection) ? 'page' : 'post' };
    const inPages = stem.replace(/^src\/pages\//, '');
    return inPages.includes('/') ? postAt(inPages) : pageAt(inPages);
  },
  plain: (stem) => {
    const inside = stem.replace(/^(?:src|content|input)\//, '');
    const place = postAt(inside);
    const isPost = inside.includes('/') || place.date !== '';
    return isPost ? place : { ...place, kind: 'page' };
  },
};

function postAt(stem: string): Given {
  const parts = stem.split('/');
  const last = parts.pop() ?? '';
  const own = last === 'index' ? (parts.pop() ?? '') : last;
  return { folders: parts, kind: 'post', ...nameAndDate(own) };
}

function pageAt(stem: string): Given {
  return { ...postAt(stem), kind: 'page' };
}

function nameAndDate(name: string) {
  return datePart(name, true);
}

function datePart(name: string, isStripped: boolean) {
  const [, date = '', rest = name] = dated.exec(name) ?? [];
  return { date, name: isStripped ? rest : name };
}
