import type { LegacySystem } from '@/lib/redirects/legacy-systems';
import type { AuthorDraft, ItemDraft, LegacyUrl, Problem, TagDraft } from './drafts';
import type { Scratch } from './reading/scratch';
import type { ClockSample } from './site-settings/time-zones';

/**
 * A kind of export that can be imported. The list in lib/import/importers derives the commands, the form, the recognition of
 * files and the answering of old addresses from these; what is heavy is loaded when `open` is called.
 */
export type Importer = {
  /** One word: in commands, in the source of each import, and as the name of the importer's folder. */
  id: string;
  /** The system's name, as people know it. */
  label: string;
  words: ImporterWords;
  /** What only this importer asks for, as options of its command. */
  options: readonly ImporterOption[];
  files: FileKinds;
  /** How the live site answers addresses in the system's forms. */
  addresses?: LegacySystem;
  /** Reads the files once, without keeping what they say, and answers with what the second reading needs. */
  open: (files: readonly ExportFile[], request: OpenRequest) => Promise<ImportSource>;
};

/** What people read about it. */
export type ImporterWords = {
  /** With its article left out: "Ghost export". */
  export: string;
  /** What to choose or to add: "the XML file that … has written". */
  wanted: string;
  /** What one gives to the command, and what comes of it. */
  command: { description: string; files: string; mediaDir: string };
  /** Help beside the fields of the form, and where nothing was imported yet. */
  form: { file: string; media: string; start: string };
};

export type ImporterOption = {
  /** As the command takes it: "--types <list>". */
  flag: string;
  name: string;
  description: string;
  /** What is wrong with a value, in a sentence; null if nothing is. */
  problemWith: (value: string) => string | null;
};

/** The values of an importer's own options, by their names. */
export type OptionValues = Readonly<Record<string, string | undefined>>;

/** The beginning of a file: as many bytes as identify its type. */
export type FileHead = { name: string; bytes: Uint8Array };

export type FileKinds = {
  /** Endings of export files and archives, as a form's file field takes them. */
  accept: string;
  /** Whether a file says that it is such an export. */
  recognise: (head: FileHead) => boolean;
  /** What an entry of an archive is, by its plain name. */
  placeOf: (name: string) => EntryLocation;
  /** Where the site's files may lie below a folder that was given for them, surest first. */
  mediaFolders: readonly string[];
  /** The file that a name below that folder belongs to: systems keep several sizes of each picture. */
  wholeOf: (name: string) => string;
};

export type EntryLocation =
  | { as: 'export' }
  /** A picture or another file of the old site; `name` is how its addresses name it. */
  | { as: 'file'; name: string };

/** `name`: how it was called where it came from, with its folders in an archive. */
export type ExportFile = { path: string; name: string };

export type OpenRequest = {
  options: OptionValues;
  /** Address of the old site, if the one in the files is wrong. */
  oldUrl: string | null;
  /** Storage for what is too large for memory; the caller closes it. */
  scratch: Scratch;
};

/** What a first reading has learnt: enough to give every item its address, and no bodies. */
export type ImportSource = {
  site: SourceSite;
  /** How many entries `items` passes. */
  total: number;
  authors: Iterable<AuthorDraft>;
  tags: Iterable<TagDraft>;
  /** Every post and page, in the order of the files. */
  posts: () => Iterable<PostOutline>;
  /** Pages below pages: each with its parent, by their ids. */
  parents: () => Iterable<[string, string]>;
  /** Files that the export names by themselves, whether or not a post shows them. */
  attachments: { size: number; values: () => Iterable<SourceFile> };
  files: FileAddresses;
  links: SourceLinks;
  /** What the report says of the files as a whole. */
  notes: readonly Problem[];
  leftOut: readonly Problem[];
  /** The second reading. */
  items: (target: ImportTarget) => AsyncGenerator<ImportItem>;
  /** Every old address that is not a post's own. */
  legacyUrls: (target: Pick<ImportTarget, 'pictureAt' | 'fileAt'>) => Iterable<LegacyUrl>;
};

export type ImportItem = ItemDraft & {
  /** How many entries have been passed. */
  done: number;
};

export type SourceSite = {
  /** Address without a slash at the end; it identifies the site of an import. */
  baseUrl: string;
  title: string;
  tagline: string;
  offsetMinutes: number;
  /** How far its clock was from UTC, at some moments. */
  clock: readonly ClockSample[];
};

export type PostOutline = {
  sourceId: string;
  title: string;
  /** The slug that it wants; "" for none. */
  slug: string;
  /** Its address on the old site. */
  link: string;
  isHidden: boolean;
};

export type SourceFile = { url: string; alt: string; caption: string };

/** Which file of those that came along an address of the old site means. */
export type FileAddresses = {
  /** Names under which a picture may lie, best first; none for what is no picture of the old site. */
  pictureNames: (address: string) => string[];
  /** The name of any file of the old site; null for what would lie outside its folder. */
  fileName: (address: string) => string | null;
  /** Under which path of the old site's own host a file was served, if it was. */
  pathOf: (address: string) => string | null;
};

/** What the addresses in texts and lists meant on the old site. */
export type SourceLinks = {
  /** Path and query in our one spelling; null for an address of another site. */
  pathOf: (address: string) => string | null;
  /** The id of the post or page that an address shows. */
  postAt: (address: string) => string | null;
  /** A path as it is within the site, wherever that stood. */
  within: (path: string) => string;
  /** The months of its public posts, as "2024/03". */
  months: ReadonlySet<string>;
  /** Lists that stand here where they stood: links may name the old host. */
  lists: () => Iterable<LegacyUrl>;
};

/** What the pipeline does for an importer while it reads. */
export type ImportTarget = {
  /** Takes the files of these addresses of the old site, if they came along. */
  takeFiles: (addresses: readonly string[]) => Promise<void>;
  /** Our picture for an address of the old site, if it was taken. */
  pictureAt: (address: string) => { id: string; url: string } | null;
  /** Our address of any other file of the old site, if it was taken. */
  fileAt: (address: string) => string | null;
  /** Our address for a link to one of the old site's pages or lists. */
  pageAt: (address: string) => string | null;
  /** Called for what could not be imported unchanged. */
  onNote: (note: Problem) => void;
  /** Called for what could not be imported at all. */
  onFailed: (problem: Problem) => void;
};
