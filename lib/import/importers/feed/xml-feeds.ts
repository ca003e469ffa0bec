import { AppError } from '@/lib/platform/errors';
import type { EntryReading } from '../../entries/entry-reading';
import { placeIn, type ExportFile } from '../../importer';
import { plainLine } from '../../reading/plain-line';
import { MalformedXml, OtherXml, readRecords, type XmlNode } from '../../reading/xml/records';
import { repairProblems } from '../../reading/xml/repair-problems';
import { factOf, linkOf } from './nodes';
import { entryOf } from './xml-entries';
import type { FeedFacts } from './source';

/** A file that has to be read with repairs. */
export class Damaged extends Error {
  readonly path: string;

  constructor(path: string) {
    super(path);
    this.path = path;
  }
}

type Reading = { reading: EntryReading; facts: FeedFacts; repair: boolean; head: string };

const prefixes: readonly (readonly [RegExp, string])[] = [
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/, 'content'],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.[01]\/?$/, 'dc'],
  [/^http:\/\/search\.yahoo\.com\/mrss\/?$/, 'media'],
  [/^http:\/\/www\.itunes\.com\/dtds\/podcast-1\.0\.dtd$/i, 'itunes'],
  [/^http:\/\/www\.w3\.org\/2005\/Atom\/?$/, 'atom'],
];
const MAX_ENTRIES = 1_000_000;

/** Reads RSS of any version and Atom entry by entry. */
export async function readXmlFeed(file: ExportFile, { reading, facts, repair, head }: Reading) {
  const name = file.label || file.name;
  const within = /<rdf:RDF[\s>]/.test(head) ? ['rdf:RDF'] : /<rss[\s>]/i.test(head) ? ['rss', 'channel'] : ['feed'];
  const options = {
    name,
    within,
    repair,
    prefixes,
    mayHaveType: true as const,
    isMarkup: ({ attributes }: XmlNode) => attributes.type === 'xhtml',
    onEnd: (end: Parameters<typeof repairProblems>[1]) => {
      for (const { where, why } of repairProblems(file, end)) reading.note(where, why);
    },
  };
  let count = 0;
  try {
    for await (const { node, line } of readRecords(file.path, options)) {
      if (node.name !== 'item' && node.name !== 'entry') {
        takeFact(node, facts);
        continue;
      }
      count += 1;
      if (count > MAX_ENTRIES)
        throw new AppError(
          'invalid',
          `${name} has more than ${MAX_ENTRIES.toLocaleString('en')} entries: nothing was imported.`,
        );
      const where = placeIn(file, `line ${line}`);
      const entry = entryOf(node, where, (why) => reading.note(where, why));
      if (entry) reading.take(entry);
      else reading.fail(where, 'It has neither an id nor an address nor a title.');
    }
  } catch (error) {
    if (error instanceof OtherXml)
      throw new AppError(
        'invalid',
        `${name} is no feed: line ${error.line} begins with <${error.tag}>. Nothing was imported.`,
      );
    if (!(error instanceof MalformedXml)) throw error;
    if (repair)
      throw new AppError(
        'invalid',
        `${name} is damaged or incomplete at line ${error.line}, and cannot be repaired: nothing was imported. Save the feed again.`,
      );
    throw new Damaged(file.path);
  }
}

/** RSS 1.0 has the facts of the site in an element of their own. */
function takeFact(node: XmlNode, facts: FeedFacts) {
  if (node.name === 'channel') for (const child of node.children) takeFact(child, facts);
  else if (node.name === 'title') facts.title ||= plainLine(node.text);
  else if (node.name === 'description' || node.name === 'subtitle') facts.tagline ||= plainLine(node.text);
  else if (node.name === 'link') facts.link ||= linkOf([node]) || factOf(node.text);
}
