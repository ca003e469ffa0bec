import type { LegacySystem } from '@/lib/redirects/legacy-systems';
import type { AuthorDraft, ItemDraft, LegacyUrl, Problem, TagDraft } from './drafts';
import type { Mirror } from './mirrors';
import type { FileOptions } from './pipeline/source-files';
import type { Scratch } from './reading/scratch';
import type { ClockSample } from './site-settings/time-zones';

/** A supported export format. Must stay cheap to load: heavy code is loaded by `open`. */
export type Importer = {
  id: string;
  label: string;
  words: ImporterWords;
  /** Options of this importer's command only. */
  options: readonly ImporterOption[];
  files: FileKinds;
  /** Null if there are no files of the old site to bring along. */
  media: ImporterMedia | null;
  addresses?: LegacySystem;
  mirror?: Mirror;
  /** First reading: scans the files once and returns what the second reading needs. */
  open: (files: readonly ExportFile[], request: OpenRequest) => Promise<ImportSource>;
};

export type ImporterWords = {
  /** Without article: "Ghost export". */
  export: string;
  /** What to choose or add: "the XML file that … has written". */
  wanted: string;
  command: { description: string; files: string };
  /** `start`: where the system hands its export out. `file`: what of it is taken. */
  form: { start: string; file: string };
};

export type ImporterOption = {
  flag: string;
  name: string;
  description: string;
  /** What is wrong with a value, as a sentence; null if it is valid. */
  problemWith: (value: string) => string | null;
};

export type OptionValues = Readonly<Record<string, string | undefined>>;

export type FileHead = { name: string; bytes: Uint8Array };

export type FileKinds = {
  accept: string;
  recognise: (head: FileHead) => boolean;
  /** A format that exports of other systems are written in too: only what no other importer recognises is of this one. */
  isGeneric?: true;
  /** The role of an archive entry, by its normalised name. */
  placeOf: (name: string) => EntryLocation;
};

export type ImporterMedia = {
  /** Where the site's files may be below the given folder, most likely first. */
  folders: readonly string[];
  /** The original of a resized copy, or the name itself. */
  wholeOf: (name: string) => string;
  words: { command: string; form: string };
};

export type EntryLocation =
  | { as: 'export' }
  /** A file of the old site; `name` is its path in addresses. */
  | { as: 'file'; name: string };

/** `name`: the original name, with its folders in an archive. `label`: its name in reports; "" if it is the only file. */
export type ExportFile = { path: string; name: string; label: string };

/** A place in an export for the report, such as "line 5"; with the file if there are several. */
export function placeIn({ label }: Pick<ExportFile, 'label'>, place: string) {
  return label ? `${label}, ${place}` : place;
}

export type OpenRequest = {
  options: OptionValues;
  /** Overrides the old site's address in the files. */
  oldUrl: string | null;
  /** Temporary storage on disk; the caller closes it. */
  scratch: Scratch;
  /** Where the files of opened archives are that are no exports; null or absent without any. */
  uploads?: string | null;
};

/** The result of the first reading: enough to allocate every address, without bodies. */
export type ImportSource = {
  site: SourceSite;
  /** The number of entries that `items` passes. */
  total: number;
  authors: Iterable<AuthorDraft>;
  tags: Iterable<TagDraft>;
  posts: () => Iterable<PostOutline>;
  /** Child id and parent id of nested pages. */
  parents: () => Iterable<[string, string]>;
  /** Files listed in the export, whether or not a post uses them. */
  attachments: { size: number; values: () => Iterable<SourceFile> };
  files: FileAddresses;
  links: SourceLinks;
  notes: readonly Problem[];
  leftOut: readonly Problem[];
  /** What is to be said of the files as a whole, in sentences. */
  remarks: readonly string[];
  items: (target: ImportTarget) => AsyncGenerator<ImportItem>;
  /** Every old address that is not a post's own. */
  legacyUrls: (target: Pick<ImportTarget, 'imageAt' | 'fileAt'>) => Iterable<LegacyUrl>;
  /** Takes a library of images as it is, with its sizes, before the items. */
  takeLibrary?: (target: LibraryTarget) => Promise<void>;
  /** Adopts further settings once everything is here, if that was asked for; says what it did. */
  settle?: (target: SettlingTarget) => Promise<string[]>;
};

export type LibraryTarget = Pick<FileOptions, 'importMap' | 'report' | 'write' | 'folders'>;

export type SettlingTarget = {
  write: boolean;
  postIdOf: (sourceId: string) => string | null;
  tagIdOf: (key: string) => string | null;
};

export type ImportItem = ItemDraft & {
  done: number;
  /** The body as the export has it, for samples of a preview. */
  original?: string;
};

export type SourceSite = {
  /**
   * Address without a trailing slash; it identifies the site of an import. "" where the files name none: all of these
   * count as one site, and no link or file of theirs is recognised by its address.
   */
  baseUrl: string;
  title: string;
  tagline: string;
  offsetMinutes: number;
  /** The clock's offset from UTC at sample times. */
  clock: readonly ClockSample[];
  /** The name of its time zone, where the files say it. */
  timeZone?: string;
};

export type PostOutline = {
  sourceId: string;
  title: string;
  /** The wanted slug; "" makes one of the title. */
  slug: string;
  /** The old address, by which a post that can keep it does; "" if there is none. */
  link: string;
  /** Hidden posts get what addresses the others leave. */
  isHidden: boolean;
  /** The slug is one of a Masthead, folders included, and is kept if it is free. */
  hasWholeSlug?: boolean;
};

export type SourceFile = { url: string; alt: string; caption: string };

/** Resolves addresses of the old site to names of included files. */
export type FileAddresses = {
  /** Possible file names of an image, best first; empty if it is not an image of the old site. */
  imageNames: (address: string) => string[];
  /** The name of any file of the old site; null outside its folder. */
  fileName: (address: string) => string | null;
  /** All names that such a file may have, best first, where there are several. */
  fileNames?: (address: string) => readonly string[];
  /** The path under which the old site served a file, if it did. */
  pathOf: (address: string) => string | null;
  /** Where a file can be fetched, best first; unless it is given, where its address says. */
  remotes?: (address: string) => readonly string[];
  /** Only what texts embed, or the site has itself, is handed over: it may be fetched from other hosts too. */
  mayBeElsewhere?: true;
};

export type SourceLinks = {
  /** Canonical path and query; null for an address of another site. */
  pathOf: (address: string) => string | null;
  postAt: (address: string) => string | null;
  /** A path relative to the site's folder. */
  within: (path: string) => string;
  /** The months of its public posts, as "2024/03". */
  months: ReadonlySet<string>;
  /** Old lists that have the same path here: links may use the old host. */
  lists: () => Iterable<LegacyUrl>;
};

export type ImportTarget = {
  takeFiles: (addresses: readonly string[]) => Promise<void>;
  /** Our image for an old address, if imported. */
  imageAt: (address: string) => { id: string; url: string } | null;
  fileAt: (address: string) => string | null;
  /** Our address for a link to a page or list of the old site. */
  pageAt: (address: string) => string | null;
  onNote: (note: Problem) => void;
  onFailed: (problem: Problem) => void;
};
