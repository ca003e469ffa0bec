import 'server-only';
import { vacuumDatabase } from '@/lib/database/vacuum';
import { publish } from '@/lib/events/emit';
import { paths } from '@/lib/web/paths';
import type { ImportSource } from '../importer';
import { coverageOf } from '../report/coverage';
import { addProblem } from '../report/report';
import { whileAlive } from '../running/batches';
import { adoptSiteSettings, settingsOfSource } from '../site-settings/adopt-settings';
import { allocateAddresses } from './address-allocation';
import { readAuthorMap } from './author-map';
import { mapAuthors, mapTags, type Allocation } from './authors-and-tags';
import { fetchableFiles, FileFetcher } from './file-fetcher';
import { importItems } from './import-items';
import { ImportMap, chunksOf } from './import-map';
import { redirectLegacyUrls } from './legacy-redirects';
import { setParents } from './page-parents';
import type { PostContext } from './post-work';
import { RedirectAllocator } from './redirect-allocator';
import { showProgress, type Run } from './run';
import { SourceFiles } from './source-files';
import { unusedFiles } from './unused-files';

const FILE_CONCURRENCY = 4;

/** Imports a source: settings, users, tags, files, posts with comments, redirects. */
export async function importSource(source: ImportSource, run: Run) {
  const { report, input, batchId } = run;
  const { scratch, folders } = input;
  const write = !input.dryRun;
  report.oldSite = settingsOfSource(source.site);
  report.advice = await adoptSiteSettings(source.site, { take: input.useSiteSettings === true, write });
  const importMap = new ImportMap(report.source, batchId);
  const named = [...source.authors];
  const given = await readAuthorMap(input.authors ?? [], named);
  const authors = await mapAuthors(named, { importMap, report, write, given });
  const tags = await mapTags([...source.tags], { importMap, report, write });
  const fetcher = input.fetchFiles
    ? new FileFetcher(input, () => showProgress(run, run.shown.done, run.shown.total))
    : null;
  const addressed = fetcher ? { ...source, files: fetchableFiles(source.files) } : source;
  const files = new SourceFiles(addressed, { folders, scratch, importMap, report, write, fetcher });
  await files.remember();
  await source.takeLibrary?.({ importMap, report, write, folders });
  const { allocations, slugs } = await allocateAddresses(source, { importMap, scratch });
  const live = new Set([...tags.values()].map(({ slug }) => paths.tag(slug)));
  const isLive = (path: string) => live.has(path) || slugs.hasPath(path);
  const redirects = new RedirectAllocator(batchId, { seen: scratch.map(), isLive });
  const context: PostContext = { importMap, report, write, authors, tags, allocations, redirects, now: new Date() };
  await takeAttachments(source, files, run);
  const names = new Map(named.map(({ key, name }) => [key, name]));
  await importItems(source, { files, context, names }, run);
  if (write) await setParents(source.parents(), context);
  await redirectLegacyUrls(source.legacyUrls(files), context);
  await redirectLegacyUrls(files.moved(), context);
  if (!source.takeLibrary) await reportUnused(files, run);
  if (source.settle && input.useSiteSettings) {
    const postIdOf = (sourceId: string) => allocations.get(sourceId)?.id ?? null;
    const tagIdOf = (key: string) => tags.get(key)?.id ?? null;
    report.advice = [...report.advice, ...(await source.settle({ write, postIdOf, tagIdOf }))];
  }
  if (!write) return;
  await publish({ type: 'import.written', actorId: null, tagIds: idsOf(tags), authorIds: idsOf(authors) });
  await vacuumDatabase();
  await reportCoverage(source, run);
}

/** Includes files that no post uses. */
async function takeAttachments({ attachments, total }: ImportSource, files: SourceFiles, run: Run) {
  const { size } = attachments;
  let done = 0;
  for (const some of chunksOf(attachments.values(), FILE_CONCURRENCY)) {
    await files.take(some.map(({ url }) => url));
    run.onProgress((done += some.length), size);
    await showProgress(run, 0, total);
  }
}

async function reportUnused(files: SourceFiles, { importer, input, report }: Run) {
  const { opened, scratch } = input;
  if (!opened.uploads) return;
  const { wholeOf = (name: string) => name } = importer.media ?? {};
  const lines = await unusedFiles(opened.uploads, { scratch, asked: files.names(), wholeOf });
  for (const line of lines) addProblem(report.failed, line);
}

async function reportCoverage({ links, total }: ImportSource, { input, report, batchId }: Run) {
  const lists = input.addresses ?? [];
  if (lists.length === 0) return;
  report.coverage = await whileAlive(batchId, () => coverageOf(lists, links.pathOf), { done: total, total });
}

function idsOf(allocations: ReadonlyMap<string, Allocation>) {
  return [...allocations.values()].map(({ id }) => id);
}
