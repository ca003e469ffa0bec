import { AppError } from '@/lib/platform/errors';
import { MAX_BODY_LENGTH } from '@/lib/html/sanitising';
import { CommentList } from '../../reading/comment-list';
import type { CommentDraft } from '../../drafts';
import { placeIn, type ExportFile, type ImportItem } from '../../importer';
import { fileAddressesIn } from './upload-files';
import { readRecords, type XmlNode } from '../../reading/xml/records';
import { readComment } from './comments';
import { readItem, type ItemContext, type ItemLocation } from './items';
import { enclosuresOf, factOf, prefixes, textOf } from './nodes';
import { isPost } from './site-addresses';
import { expandPatterns } from './patterns';
import { kindOf } from './outline-items';
import { within } from './outline-reading';
import { nameOf } from './other-exports';

/** Second reading: streams posts and pages in file order, as the outline places them. */
export async function* readItems(files: readonly ExportFile[], context: ItemContext): AsyncGenerator<ImportItem> {
  const { outline } = context;
  const spare = outline.scratch.lists<CommentDraft>();
  let done = 0;
  for (const file of files) {
    const waiting = new Map<number, CommentList>();
    const takeComment = (node: XmlNode, record: number) => {
      const list = waiting.get(record) ?? new CommentList(spare, `${file.path} ${record}`);
      waiting.set(record, list);
      const draft = readComment(node, outline);
      if (draft) list.add(draft);
    };
    const apart = { name: 'wp:comment', take: takeComment };
    const options = { name: nameOf(file), within, repair: outline.repaired.has(file.path), prefixes, apart };
    for await (const { node, line, number } of readRecords(file.path, options)) {
      const comments = waiting.get(number) ?? new CommentList(spare, '');
      waiting.delete(number);
      if (node.name !== 'item') continue;
      done += 1;
      const sourceId = outline.taken.get(String(done));
      if (sourceId === undefined || !isPost({ type: kindOf(node, outline) })) continue;
      const body = textOf(node, 'content:encoded');
      if (body.length <= 4 * MAX_BODY_LENGTH)
        await takeFilesOf([body, ...enclosuresOf(node).map(({ url }) => url)], context);
      const draft = readOrReport(node, { sourceId, file, line, comments }, context);
      if (draft) yield { post: draft, done, original: body };
      else comments.clear();
    }
  }
}

async function takeFilesOf([body = '', ...more]: string[], { outline, takeFiles }: ItemContext) {
  const { text } = expandPatterns(body, (id) => outline.patterns.get(id));
  const found = [...fileAddressesIn(text), ...more];
  await takeFiles(found.map((address) => URL.parse(address, `${outline.baseUrl}/`)?.href ?? address));
}

// An item that cannot be stored (e.g. too long) does not stop the others.
function readOrReport(node: XmlNode, location: ItemLocation, context: ItemContext) {
  try {
    return readItem(node, location, context);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const title = factOf(node, 'title').slice(0, 80) || 'without a title';
    const where = placeIn(location.file, `line ${location.line}, “${title}”`);
    context.onFailed({ where, why: error.message });
    return null;
  }
}
