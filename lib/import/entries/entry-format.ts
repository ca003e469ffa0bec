import type { HtmlElement, HtmlNode } from '@/lib/html/tree';
import type { LegacyUrl, TagDraft } from '../drafts';
import type { FileAddresses } from '../importer';
import type { Entry } from './entry';

type Note = (why: string) => void;

/** How the entries of one format are understood. What is not given is as in HTML of any site. */
export type EntryFormat = {
  /** The HTML of a body. */
  htmlOf?: (entry: Entry, note: Note) => string;
  /** The address of a file or page as it is in a body, in full. */
  resolve?: (address: string, entry: Entry) => Resolved;
  files?: FileAddresses;
  isEmbed?: (figure: HtmlElement) => boolean;
  unwrap?: (node: HtmlElement) => HtmlNode[] | null;
  /** Lines of a body may be its paragraphs. */
  hasLines?: boolean;
  /** Old paths of a tag's list, from the root of the site. */
  tagPaths?: (tag: TagDraft) => readonly string[];
  /** Old addresses that are no post's own, from the root of the site. */
  lists?: () => Iterable<LegacyUrl>;
};

/** `file`: where it is among the files that came along. `page`: where readers had it. */
export type Resolved = { file: string; page: string };
