import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { waitLongerForLocks } from '@/lib/database/sqlite-commits';
import { tidyDatabase } from '@/lib/database/tidying';
import { publish } from '@/lib/events/emit';
import { newId } from '@/lib/ids';
import { paths } from '@/lib/paths';
import { inPlainWords } from '@/lib/plain-words';
import { placeAuthors, placeTags, type Placed } from './authors-and-tags';
import { requireAddressLists } from './address-lists';
import { openFiles, type OpenedFiles } from './archives/opening';
import { closeBatch, openBatch, requireFile, storeProgress, whileAlive } from './batches';
import { coverageOf } from './coverage';
import type { PostDraft } from './drafts';
import { readWordPress } from './formats/wordpress';
import type { TermBases } from './formats/wordpress/archives';
import { OldAddresses } from './formats/wordpress/old-addresses';
import { readOutline, type ItemTypes, type Outline } from './formats/wordpress/outline';
import { Ledger, slicesOf } from './ledger';
import { redirectLoose } from './loose-addresses';
import { isFile, MediaFolders, uploadsIn } from './media-folder';
import { OldFiles } from './old-files';
import { OldLinks } from './old-links';
import { parentsOf, placeItems } from './placing';
import { placeParents, writePosts, type PostContext } from './posts';
import { removeExport } from './receiving';
import { RedirectBook } from './redirecting';
import { addProblem, emptyReport, type ImportReport } from './report';
import { followOldSite, oldSettingsOf } from './site-settings';
import { unusedFiles } from './unused-files';

/** Who imports: somebody who is signed in, or the operator at the machine, who needs no leave. */
export type Importer = Actor | 'operator';

export type ImportInput = {
  /** Export files as they are or in archives, and archives of the media library. */
  files: readonly string[];
  /** Address of the old site, where the file does not tell it rightly. */
  oldUrl: string | null;
  dryRun: boolean;
  /**
   * A copy of the old site's wp-content/uploads, or an archive of it; without one, here or among the files, pictures stay
   * links, and other files stay on the old site.
   */
  mediaDir?: string | null;
  /** Files that list addresses of the old site: the report says which of them answer here. */
  addresses?: readonly string[];
  /** Types of the old site that come as posts or pages too. */
  types?: ItemTypes;
  /** Words of the old site's addresses of categories and tags, where they were changed; "" for none. */
  bases?: Partial<TermBases>;
  /** Whether this site takes the old one's name, tagline and time zone. */
  useSiteSettings?: boolean;
  /** A batch that was opened beforehand, by whoever started this process. */
  batchId?: string | null;
};

const PER_TRANSACTION = 50;
const FILES_AT_ONCE = 4;
/** Long posts and posts with long threads go in smaller parties. */
const COMMENTS_PER_TRANSACTION = 500;
const CHARACTERS_PER_TRANSACTION = 2_000_000;

/**
 * Brings WordPress export files into this site, in flat memory: two readings, fifty items per transaction. Running it
 * again changes nothing, or takes up where it was cut off. A dry run decides everything and writes nothing.
 */
export async function importWordPress(
  importer: Importer,
  input: ImportInput,
  onProgress: Progress = () => {},
): Promise<ImportReport> {
  const createdById = importer === 'operator' ? null : requireCapability(importer, 'import.run').id;
  const { batchId = null } = input;
  try {
    const report = await importFiles({ ...input, batchId }, createdById, onProgress);
    const { batch, source } = report;
    await publish({ type: 'import.finished', actorId: createdById, batchId: batch ?? '', source });
    return report;
  } catch (error) {
    if (batchId) await closeBatch(batchId, 'failed', { failure: inPlainWords(error, 'It stopped because of a fault') });
    throw error;
  }
}

type Progress = (done: number, total: number) => void;

type Input = ImportInput & { batchId: string | null };
type OpenedInput = Input & { opened: OpenedFiles; folders: MediaFolders };

async function importFiles(input: Input, createdById: string | null, onProgress: Progress) {
  waitLongerForLocks();
  const { batchId, mediaDir = null, oldUrl, addresses = [] } = input;
  const archive = mediaDir !== null && isFile(mediaDir) ? [mediaDir] : [];
  const given = [...input.files, ...archive];
  for (const file of [...given, ...addresses]) requireFile(file);
  const folder = mediaDir !== null && archive.length === 0 ? [uploadsIn(mediaDir)] : [];
  await requireAddressLists(addresses);
  const opened = await whileAlive(batchId, () => openFiles(given));
  try {
    const folders = new MediaFolders([...folder, ...(opened.uploads ? [opened.uploads] : [])]);
    const bases = { category: 'category', tag: 'tag', ...input.bases };
    const wishes = { oldUrl, types: input.types ?? new Map(), bases };
    const outline = await whileAlive(batchId, () => readOutline(opened.exports, wishes));
    try {
      return await importOutlined(outline, { ...input, opened, folders }, { createdById, onProgress });
    } finally {
      outline.scratch.close();
    }
  } finally {
    await opened.close();
  }
}

type Started = { createdById: string | null; onProgress: Progress };

async function importOutlined(outline: Outline, input: OpenedInput, { createdById, onProgress }: Started) {
  const source = `wordpress:${outline.baseUrl}`;
  const report = emptyReport(source, input.dryRun);
  for (const problem of outline.problems) addProblem(report.notes, problem);
  for (const line of [...outline.leftOutLines, ...input.opened.leftOut]) addProblem(report.failed, line);
  if (input.dryRun) {
    await bringOver(outline, { report, batchId: newId(), input, onProgress });
    if (input.batchId) await closeBatch(input.batchId, 'done', report);
    return report;
  }
  const opening = { source, files: input.files, createdById, batchId: input.batchId };
  const batch = await whileAlive(input.batchId, () => openBatch(opening));
  report.batch = batch.id;
  try {
    await bringOver(outline, { report, batchId: batch.id, input, onProgress });
  } catch (error) {
    await closeBatch(batch.id, 'failed', { failure: inPlainWords(error, 'It stopped because of a fault') });
    throw error;
  }
  await closeBatch(batch.id, 'done', report);
  // An uploaded export tells addresses of people; it has done its work.
  if (input.batchId) await removeExport(input.batchId);
  return report;
}

type Run = {
  report: ImportReport;
  batchId: string;
  input: OpenedInput;
  onProgress: (done: number, total: number) => void;
};

async function bringOver(outline: Outline, run: Run) {
  const { report, input, batchId } = run;
  const { siteTitle: title, tagline, offsetMinutes, clock } = outline;
  const following = { take: input.useSiteSettings === true, write: !input.dryRun };
  report.oldSite = oldSettingsOf({ title, tagline, offsetMinutes, clock });
  report.advice = await followOldSite({ title, tagline, offsetMinutes, clock }, following);
  const ledger = new Ledger(report.source, batchId);
  const write = !input.dryRun;
  const authors = await placeAuthors([...outline.authors.values()], { ledger, report, write });
  const tags = await placeTags([...outline.terms.values()], { ledger, report, write });
  const files = new OldFiles(outline, { folders: input.folders, ledger, report, write });
  await files.remember();
  const addresses = new OldAddresses(outline);
  const { places, slugs } = await placeItems(outline, addresses, ledger);
  const live = new Set([...tags.values()].map(({ slug }) => paths.tag(slug)));
  const isLive = (path: string) => live.has(path) || slugs.hasPath(path);
  const context: PostContext = {
    ledger,
    report,
    write,
    authors,
    tags,
    places,
    redirects: new RedirectBook(batchId, { seen: outline.scratch.map(), isLive }),
    now: new Date(),
  };
  await takeAttachments(outline, files, run);
  await writeAll(outline, { addresses, files }, context, run);
  if (write) await placeParents(parentsOf(outline), context);
  await redirectLoose(addresses.loose(files), context);
  await redirectLoose(files.moved(), context);
  await tellUnused(outline, files, run);
  if (!write) return;
  const idsOf = (placed: Map<string, Placed>) => [...placed.values()].map(({ id }) => id);
  await publish({ type: 'import.written', actorId: null, tagIds: idsOf(tags), authorIds: idsOf(authors) });
  await tidyDatabase();
  await tellCoverage(outline, addresses, run);
}

async function tellUnused({ scratch }: Outline, files: OldFiles, { input, report }: Run) {
  const { uploads } = input.opened;
  if (!uploads) return;
  for (const line of await unusedFiles(uploads, { scratch, asked: files.names() })) addProblem(report.failed, line);
}

async function tellCoverage({ total }: Outline, addresses: OldAddresses, { input, report, batchId }: Run) {
  const lists = input.addresses ?? [];
  if (lists.length === 0) return;
  const pathOf = (address: string) => addresses.pathOf(address);
  report.coverage = await whileAlive(batchId, () => coverageOf(lists, pathOf), total);
}

/** Files that no post shows belong here as well. */
async function takeAttachments(outline: Outline, files: OldFiles, { input, batchId, onProgress }: Run) {
  const { size } = outline.attachments;
  let done = 0;
  for (const some of slicesOf(outline.attachments.values(), FILES_AT_ONCE)) {
    await files.take(some.map(({ url }) => url));
    onProgress((done += some.length), size);
    const shown = input.dryRun ? (input.batchId ?? null) : batchId;
    if (shown) await storeProgress(shown, 0, outline.total);
  }
}

type Known = { addresses: OldAddresses; files: OldFiles };

async function writeAll(outline: Outline, { addresses, files }: Known, context: PostContext, run: Run) {
  const { input, onProgress, batchId } = run;
  let party: PostDraft[] = [];
  let comments = 0;
  let characters = 0;
  let done = 0;
  const flush = async () => {
    await writePosts(party, context);
    for (const { comments: written } of party) written.clear();
    party = [];
    comments = 0;
    characters = 0;
    onProgress(done, outline.total);
    const shown = input.dryRun ? (input.batchId ?? null) : batchId;
    if (shown) await storeProgress(shown, done, outline.total);
  };
  const links = new OldLinks(outline, addresses, { ...context, loose: addresses.linked(files) });
  const itemContext = {
    outline,
    addresses,
    pageAt: (address: string) => links.at(address),
    pictureAt: files.pictureAt,
    fileAt: files.fileAt,
    takeFiles: (found: string[]) => files.take(found),
    onNote: (note: { where: string; why: string }) => addProblem(context.report.notes, note),
    onFailed: (problem: { where: string; why: string }) => addProblem(context.report.failed, problem),
  };
  for await (const item of readWordPress(input.opened.exports, itemContext)) {
    done = item.done;
    party.push(item.draft);
    comments += item.draft.comments.length;
    characters += item.draft.bodyHtml.length + item.draft.comments.size;
    const isLong = comments >= COMMENTS_PER_TRANSACTION || characters >= CHARACTERS_PER_TRANSACTION;
    if (isLong || party.length >= PER_TRANSACTION) await flush();
  }
  done = outline.total;
  await flush();
}
