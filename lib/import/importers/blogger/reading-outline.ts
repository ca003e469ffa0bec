import { AppError } from '@/lib/platform/errors';
import { placeIn, type ExportFile } from '../../importer';
import { headOf } from '../../archives/bytes';
import { writtenMoment } from '../../reading/moments';
import { plainLine } from '../../reading/plain-line';
import type { Scratch } from '../../reading/scratch';
import { MalformedXml, OtherXml, readRecords, type XmlNode, type XmlRecord } from '../../reading/xml/records';
import { repairProblems } from '../../reading/xml/repair-problems';
import { readComment } from './comments';
import { factOf, fileNameOf, idsOf, kindOf, labelsOf, linkOf, personOf, prefixes, textOf, titleOf } from './entries';
import { emptyOutline, type Outline } from './outline';
import { isSettings } from './recognising';
import { readSettingsFile } from './settings-file';
import { statusOf } from './status';

export const within = ['feed'] as const;

const MAX_ITEMS = 1_000_000;
const MAX_NAMES = 100_000;
const HEAD_BYTES = 16 * 1024;
const chooseAnExport = 'Choose the XML file from “Back up content” in Blogger, or the feed.atom of Google Takeout.';

/** Reads the files once, in constant memory. Throws a sentence if they are no export of Blogger. */
export async function readOutline(files: readonly ExportFile[], scratch: Scratch): Promise<Outline> {
  const repaired = new Set<string>();
  for (;;) {
    const outline = emptyOutline(scratch, repaired);
    if (await readAll(outline, files)) return outline;
    scratch.clear();
  }
}

/** False if a file turned out to need repairs. */
async function readAll(outline: Outline, files: readonly ExportFile[]) {
  for (const file of files) {
    const text = Buffer.from(await headOf(file.path, HEAD_BYTES)).toString('utf8');
    if (text.trim() === '') throw refusal(file, 'is empty');
    if (isSettings({ name: file.name, text })) {
      await readSettingsFile(file, outline);
      continue;
    }
    try {
      await readFile(outline, file, { isBound: /xmlns:app=/.test(text) });
    } catch (error) {
      if (error instanceof OtherXml) throw refusal(file, `is no feed: line ${error.line} begins with <${error.tag}>`);
      if (!(error instanceof MalformedXml)) throw error;
      if (outline.repaired.has(file.path))
        throw refusal(file, `is damaged or incomplete at line ${error.line}, and cannot be repaired`);
      outline.repaired.add(file.path);
      return false;
    }
  }
  return true;
}

function refusal({ label, name }: ExportFile, what: string) {
  return new AppError('invalid', `${label || name} ${what}: nothing was imported. ${chooseAnExport}`);
}

async function readFile(outline: Outline, file: ExportFile, { isBound }: { isBound: boolean }) {
  const before = outline.total;
  const repair = outline.repaired.has(file.path);
  const options = {
    name: file.label || file.name,
    within,
    repair,
    prefixes,
    isWanted: isWantedFirst,
    onEnd: (end: Parameters<typeof repairProblems>[1]) => outline.problems.push(...repairProblems(file, end)),
  };
  let isReported = isBound;
  for await (const record of readRecords(file.path, options)) {
    if (!isReported && hasUnboundPrefix(record.node)) {
      isReported = true;
      const why = 'The prefix app: is not declared in the file: it was read as that of Atom publishing.';
      outline.problems.push({ where: placeIn(file, `line ${record.line}`), why });
    }
    takeRecord(outline, record, file);
  }
  if (outline.total === before)
    outline.leftOut.push({ where: file.label || file.name, why: 'It holds no posts, pages or comments.' });
}

function hasUnboundPrefix({ children }: XmlNode) {
  return children.some(({ name, attributes }) => name === 'app:control' && !('xmlns:app' in attributes));
}

/** Bodies are read the second time, and templates and unknown settings never. */
function isWantedFirst(entry: XmlNode, child: string) {
  if (child !== 'content' && child !== 'summary') return true;
  if (/\.layout$|\.template$/.test(factOf(entry, 'id'))) return false;
  const kind = kindOf(entry);
  if (kind === 'settings')
    return /\.settings\.(?:BLOG_NAME|BLOG_DESCRIPTION|BLOG_TIME_ZONE|BLOG_META_DESCRIPTION)$/.test(factOf(entry, 'id'));
  return kind === 'comment' || (kind === 'post' && isDoubtful(entry));
}

// The kind may stand behind the content.
function isDoubtful(entry: XmlNode) {
  return !entry.children.some(({ name }) => name === 'category' || name === 'blogger:type');
}

function takeRecord(outline: Outline, { node, line }: XmlRecord, file: ExportFile) {
  if (node.name === 'title') takeTitle(outline, file, plainLine(node.text));
  else if (node.name === 'subtitle')
    outline.settings.set('subtitle', outline.settings.get('subtitle') ?? plainLine(node.text));
  else if (node.name === 'link' && node.attributes.rel === 'alternate')
    outline.baseUrl ||= (node.attributes.href ?? '').trim().replace(/(?<!\/)\/+$/, '');
  else if (node.name === 'entry') takeEntry(outline, node, { file, where: placeIn(file, `line ${line}`) });
}

function takeTitle({ settings, titles }: Outline, { path }: ExportFile, title: string) {
  titles.set(path, title);
  if (!settings.has('title')) settings.set('title', title);
}

type Place = { file: ExportFile; where: string };

function takeEntry(outline: Outline, entry: XmlNode, { file, where }: Place) {
  outline.total += 1;
  if (outline.total > MAX_ITEMS) throw refusal(file, `has more than ${MAX_ITEMS.toLocaleString('en')} entries`);
  const kind = kindOf(entry);
  const id = factOf(entry, 'id');
  if (kind === 'settings') return takeSetting(outline, id, entry);
  if (kind === 'comment') return takeComment(outline, entry, where);
  if (kind !== 'post' && kind !== 'page') return;
  const { blog, number } = idsOf(id);
  const title = titleOf(entry).slice(0, 200);
  const named = `${where}, “${title.slice(0, 80) || 'without a title'}”`;
  const key = number || id || linkOf(entry) || fileNameOf(entry);
  if (!key) return void outline.problems.push({ where: named, why: 'It has neither an id nor an address.' });
  const item = {
    kind,
    number: number || key,
    blog,
    title,
    link: linkOf(entry) || fileNameOf(entry),
    isHidden: statusOf(entry).status !== 'published',
  };
  const sourceId = freeId(outline, key, item);
  if (sourceId === null)
    return void outline.leftOut.push({
      where: named,
      why: `Its id ${key.slice(0, 80)}, title and address were used before: only the first entry with them was imported.`,
    });
  outline.items.set(sourceId, item);
  outline.taken.set(String(outline.total), sourceId);
  if (!outline.first.has(item.number)) outline.first.set(item.number, sourceId);
  takeBlog(outline, blog, file);
  takeNames(outline, entry);
  takeClock(outline, factOf(entry, 'published'));
}

function freeId({ items }: Outline, key: string, { title, link }: { title: string; link: string }) {
  const first = items.get(key);
  if (!first) return key;
  const second = `${key} ${link || title}`.slice(0, 300);
  const isOther = first.title !== title || first.link !== link;
  return isOther && !items.has(second) ? second : null;
}

function takeBlog({ blogs, titles }: Outline, number: string, file: ExportFile) {
  const known = blogs.get(number);
  const folder = file.name.split('/').at(-2) ?? '';
  blogs.set(number, {
    number,
    title: known?.title || titles.get(file.path) || '',
    folder: known?.folder || folder,
    entries: (known?.entries ?? 0) + 1,
  });
}

function takeNames({ authors, labels }: Outline, entry: XmlNode) {
  const { name, uri } = personOf(entry);
  if (name && authors.size < MAX_NAMES && !authors.has(name)) authors.set(name, { key: name, name, email: '', uri });
  for (const label of labelsOf(entry))
    if (labels.size < MAX_NAMES && !labels.has(label))
      labels.set(label, { key: label, kind: 'label', slug: label, name: label, description: '' });
}

/** Where a moment names its offset, it tells the clock of the blog through the year. */
function takeClock({ clock }: Outline, published: string) {
  const written = writtenMoment(published);
  if (written?.minutes === null || !written || /Z$/i.test(published)) return;
  const month = written.moment.toISOString().slice(0, 7);
  if (!clock.has(month) && clock.size < 600) clock.set(month, { moment: written.moment, minutes: written.minutes });
}

function takeComment(outline: Outline, entry: XmlNode, where: string) {
  const read = readComment(entry);
  if (!read) return void outline.problems.push({ where, why: 'A comment names no post, so it was left out.' });
  outline.comments.add(read.post, read.comment);
  outline.commented.set(read.post, (outline.commented.get(read.post) ?? 0) + 1);
}

function takeSetting({ settings }: Outline, id: string, entry: XmlNode) {
  const name = /\.settings\.([A-Z_]+)$/.exec(id)?.[1];
  const value = textOf(entry, 'content').trim();
  if (name && value && value.length < 5_000) settings.set(name, value);
}
