import { AppError } from '@/lib/platform/errors';
import type { ExportFile } from '../../importer';
import type { Repairs } from '../../reading/xml/repair';
import { MalformedXml, OtherXml, readRecords, type XmlNode, type XmlRecord } from '../../reading/xml/records';
import { plainTextOf } from './bodies';
import { learnHosts } from './hosts';
import { detached, prefixes } from './nodes';
import { cutOff, nameOf, noVersion, otherXml, requireExport, unreadable } from './other-exports';
import { emptyOutline, type Outline, type OutlineBuilder, type OutlineOptions } from './outline';
import { takeComment, takeItem } from './outline-items';
import { reportRepairs } from './repair-report';
import { takeAuthor, takeGeneralTerm, takeTerm } from './terms';

const MAX_LINES = 40;
const MAX_NAMED = 10;

export const within = ['rss', 'channel'] as const;

/** Reads the files once, in constant memory. Throws a sentence if they are not a WordPress export. */
export async function readOutline(
  files: readonly ExportFile[],
  { oldUrl, types, bases, scratch }: OutlineOptions,
): Promise<Outline> {
  const repaired = new Set<string>();
  for (;;) {
    const outline = emptyOutline(repaired, { types, bases, scratch });
    if (await readAll(outline, files)) return settled(outline, oldUrl);
    scratch.clear();
  }
}

function settled(outline: OutlineBuilder, oldUrl: string | null): Outline {
  if (oldUrl) outline.baseUrl = oldUrl.replace(/\/+$/, '');
  if (!URL.canParse(outline.baseUrl)) {
    throw new AppError('invalid', 'The file does not say which site it is from: give its address with --old-url.');
  }
  outline.offsetMinutes = outline.offsets.minutes;
  outline.clock = outline.offsets.samples;
  outline.leftOutLines = [...outline.leftOut.lines(), ...outline.copies.slice(0, MAX_LINES)];
  if (outline.emptyFiles.length > 0) outline.remarks.push(describeEmpty(outline.emptyFiles));
  learnHosts(outline);
  if (outline.isSquarespace)
    outline.remarks.push(
      'This is an export of Squarespace. It holds blogs and plain pages; images stay on its servers unless they are fetched.',
    );
  return outline;
}

function describeEmpty(labels: readonly string[]) {
  const [first = ''] = labels;
  if (labels.length === 1) return `${first || 'This file'} holds no posts, pages or comments.`;
  const more = labels.length > MAX_NAMED ? [`${labels.length - MAX_NAMED} more`] : [];
  const names = new Intl.ListFormat('en-GB').format([...labels.slice(0, MAX_NAMED), ...more]);
  return `${names} hold no posts, pages or comments.`;
}

/** False if a file turned out to need repairs. */
async function readAll(outline: OutlineBuilder, files: readonly ExportFile[]) {
  for (const file of files) {
    try {
      await readOnce(outline, file);
    } catch (error) {
      if (error instanceof OtherXml) throw otherXml(file, error);
      if (!(error instanceof MalformedXml)) throw error;
      if (outline.repaired.has(file.path)) throw await unreadable(file, error.line);
      outline.repaired.add(file.path);
      return false;
    }
  }
  return true;
}

async function readOnce(outline: OutlineBuilder, file: ExportFile) {
  if (await requireExport(file)) outline.repaired.add(file.path);
  outline.version = '';
  const before = outline.contents;
  let lost: string | null = null;
  // Only counted in this reading.
  const apart = { name: 'wp:comment', take: (node: XmlNode, record: number) => takeComment(outline, node, record) };
  const onEnd = (end: { repairs: Repairs; lost: string | null }) => {
    lost = end.lost;
    reportRepairs(outline.problems, file, end);
  };
  const options = { name: nameOf(file), within, repair: outline.repaired.has(file.path), prefixes, onEnd, apart };
  for await (const record of readRecords(file.path, options)) takeRecord(outline, record, file);
  if (!/^\d+(\.\d+)*$/.test(outline.version)) throw lost === null ? noVersion(file) : cutOff(file);
  if (outline.contents === before) outline.emptyFiles.push(file.label);
}

function takeRecord(outline: OutlineBuilder, record: XmlRecord, file: ExportFile) {
  const { node } = record;
  if (node.name === 'item') takeItem(outline, record, file);
  else if (node.name === 'wp:author') takeAuthor(outline, node);
  else if (node.name === 'wp:category')
    takeTerm(outline, node, 'category', ['category_nicename', 'cat_name', 'category_description', 'category_parent']);
  else if (node.name === 'wp:tag') takeTerm(outline, node, 'post_tag', ['tag_slug', 'tag_name', 'tag_description', '']);
  else if (node.name === 'wp:term') takeGeneralTerm(outline, node);
  else if (node.name === 'title') outline.siteTitle ||= detached(plainTextOf(node.text));
  else if (node.name === 'description') outline.tagline ||= detached(plainTextOf(node.text));
  else if (node.name === 'wp:wxr_version') outline.version = node.text.trim();
  else if (node.name === 'wp:base_blog_url') {
    outline.hasOwnBase = true;
    outline.baseUrl = detached(node.text.trim().replace(/(?<!\/)\/+$/, ''));
  } else if (node.name === 'link') outline.baseUrl ||= detached(node.text.trim().replace(/(?<!\/)\/+$/, ''));
}
