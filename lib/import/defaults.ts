import type { PostDraft } from './drafts';
import type { EntryLocation, Importer, ImporterWords, ImportSource, SourceLinks, SourceSite } from './importer';
import { oldPath } from './reading/addresses';
import { CommentList } from './reading/comment-list';

type GivenImporter = Pick<Importer, 'id' | 'label' | 'open'> &
  Partial<Omit<Importer, 'words' | 'files'>> & {
    words: Pick<ImporterWords, 'export' | 'wanted'> & Partial<ImporterWords>;
    files: Pick<Importer['files'], 'accept' | 'recognise'> & Partial<Importer['files']>;
  };

/** An importer without options, media or forms of addresses, unless they are given. */
export function importerWith({ words, files, ...given }: GivenImporter): Importer {
  const { export: name, wanted, ...otherWords } = words;
  const sentence = `${wanted.charAt(0).toUpperCase()}${wanted.slice(1)}.`;
  return {
    options: [],
    media: null,
    ...given,
    words: {
      export: name,
      wanted,
      command: { description: `${name}: posts`, files: wanted },
      form: {
        start: '',
        file: sentence,
      },
      ...otherWords,
    },
    files: {
      ...files,
      placeOf: files.placeOf ?? ((entry) => placeByExtension(entry, files.accept)),
    },
  };
}

type GivenSource = Pick<ImportSource, 'total' | 'posts' | 'items'> &
  Partial<Omit<ImportSource, 'site'>> & { site?: Partial<SourceSite> };

/** A source without authors, tags, files and addresses other than its posts', unless they are given. */
export function sourceWith({ site, ...given }: GivenSource): ImportSource {
  const baseUrl = (site?.baseUrl ?? '').replace(/(?<!\/)\/+$/, '');
  return {
    site: { title: '', tagline: '', offsetMinutes: 0, clock: [], ...site, baseUrl },
    authors: [],
    tags: [],
    parents: () => [],
    attachments: { size: 0, values: () => [] },
    files: { imageNames: () => [], fileName: () => null, pathOf: () => null },
    links: linksWith(baseUrl, given.posts),
    notes: [],
    leftOut: [],
    remarks: [],
    legacyUrls: () => [],
    ...given,
  };
}

/** A published post without anything but its title and body, unless it is given. */
export function draftWith(given: Pick<PostDraft, 'sourceId' | 'title' | 'body'> & Partial<PostDraft>): PostDraft {
  return {
    where: `“${given.title || given.sourceId}”`,
    type: 'post',
    status: 'published',
    statusBeforeTrash: '',
    slug: '',
    excerpt: '',
    publishAt: null,
    createdAt: null,
    changedAt: null,
    isPinned: false,
    commentsMode: 'open',
    authorKeys: [],
    tagKeys: [],
    series: null,
    parentSourceId: null,
    menuOrder: 0,
    cover: null,
    seoTitle: '',
    seoDescription: '',
    socialTitle: '',
    socialDescription: '',
    canonicalUrl: '',
    isNoindex: false,
    feedId: '',
    enclosures: [],
    oldPaths: [],
    comments: new CommentList(),
    ...given,
  };
}

function linksWith(baseUrl: string, posts: ImportSource['posts']): SourceLinks {
  const pathOf = (address: string) => oldPath(address, baseUrl);
  let byPath: Map<string | null, string> | null = null;
  const postAt = (address: string) => {
    byPath ??= new Map([...posts()].map(({ link, sourceId }) => [pathOf(link), sourceId]));
    const path = pathOf(address);
    return path === null ? null : (byPath.get(path) ?? null);
  };
  return { pathOf, postAt, within: (path) => path, months: new Set(), lists: () => [] };
}

function placeByExtension(name: string, accept: string): EntryLocation {
  const isExport = accept.split(',').some((extension) => name.toLowerCase().endsWith(extension));
  return isExport ? { as: 'export' } : { as: 'file', name };
}
