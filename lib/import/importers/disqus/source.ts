import { basename } from 'node:path';
import { AppError } from '@/lib/platform/errors';
import { headOf } from '../../archives/bytes';
import { EXPORT_HEAD_BYTES } from '../../archives/opening';
import type { Problem } from '../../drafts';
import { placeIn, type ExportFile, type ImportSource, type OpenRequest } from '../../importer';
import { whatItIs } from '../../reading/what-it-is';
import type { Repairs } from '../../reading/xml/repair';
import { repairLines } from '../../reading/xml/repair-lines';
import { MalformedXml, OtherXml, readRecords, type XmlRecord } from '../../reading/xml/records';
import { ThreadReading } from '../../threads/thread-reading';
import { isDisqus } from './importer';
import { readPost, readThread } from './records';

const exportAgain = 'Export again in Disqus Admin (Community, Export) and choose the new file.';

/** Reads comment exports once, into the scratch database. */
export async function openExport(files: readonly ExportFile[], request: OpenRequest): Promise<ImportSource> {
  const damaged = new Set<ExportFile>();
  for (;;) {
    const reading = new ThreadReading(request);
    if (await readAll(files, damaged, reading)) return reading.source(request);
  }
}

/** False if a file turned out to need repairs. */
async function readAll(files: readonly ExportFile[], damaged: Set<ExportFile>, reading: ThreadReading) {
  for (const file of files) {
    try {
      await readFile(file, damaged.has(file), reading);
    } catch (error) {
      if (error instanceof OtherXml)
        throw refused(file, `it is another kind of XML (line ${error.line} begins with <${error.tag}>)`);
      if (!(error instanceof MalformedXml)) throw error;
      if (damaged.has(file)) throw unreadable(file, error.line);
      damaged.add(file);
      return false;
    }
  }
  return true;
}

async function readFile(file: ExportFile, repair: boolean, reading: ThreadReading) {
  const head = await headOf(file.path, EXPORT_HEAD_BYTES);
  if (!isDisqus(head)) throw refused(file, whatItIs(head));
  const onEnd = (end: { repairs: Repairs; lost: string | null }) => void reading.notes.push(...endLines(file, end));
  const options = { name: nameOf(file), within: ['disqus'], prefixes: [], repair, onEnd };
  for await (const record of readRecords(file.path, options)) {
    if (record.node.name === 'thread') takeThread(record, file, reading);
    else if (record.node.name === 'post') takePost(record, file, reading);
  }
}

function takeThread({ node, line }: XmlRecord, file: ExportFile, reading: ThreadReading) {
  const place = placeIn(file, `line ${line}`);
  const thread = readThread(node, place);
  if (thread) reading.store.addThread(thread);
  else reading.fail(place, 'The thread has no id, by which its comments would be found.');
}

function takePost({ node, line }: XmlRecord, file: ExportFile, reading: ThreadReading) {
  const { threadId, comment } = readPost(node);
  const place = `line ${line}`;
  if (threadId) reading.takeComment(threadId, comment, { file, line: place });
  else reading.fail(placeIn(file, `${place}, comment ${comment.id}`), 'It names no thread, so it was not imported.');
}

function endLines(file: ExportFile, { repairs, lost }: { repairs: Repairs; lost: string | null }): Problem[] {
  const where = file.label || 'the whole file';
  const stray = repairs.strayStart > 0 || repairs.endText !== '';
  const others = [
    ...(stray ? ['Characters before or after the export were left out.'] : []),
    ...(lost === null ? [] : [lost]),
  ].map((why) => ({ where, why }));
  return [...repairLines(file, repairs), ...others];
}

function nameOf({ path, label }: ExportFile) {
  return label || basename(path);
}

function refused(file: ExportFile, why: string) {
  return new AppError('invalid', `${nameOf(file)} is not a Disqus export: ${why}. Nothing was imported.`);
}

function unreadable(file: ExportFile, line: number) {
  return new AppError(
    'invalid',
    `${nameOf(file)} is damaged or incomplete at line ${line}, and cannot be repaired: nothing was imported. ${exportAgain}`,
  );
}
