import { AppError } from '@/lib/platform/errors';
import { MAX_BODY_LENGTH } from '@/lib/html/sanitising';
import { CommentList } from '../../reading/comment-list';
import type { CommentDraft } from '../../drafts';
import type { ImportItem } from '../../importer';
import { fileAddressesIn } from './upload-files';
import { readRecords, type XmlNode } from '../../reading/xml/records';
import { readComment } from './comments';
import { readItem, type ItemContext, type ItemLocation } from './items';
import { enclosuresOf, factOf, prefixes, textOf } from './nodes';
import { isPost } from './site-addresses';
import { expandPatterns } from './patterns';
import { kindOf, within } from './outline';

/** Second reading: streams posts and pages in file order, as the outline places them. */
export async function* readItems(files: readonly string[], context: ItemContext): AsyncGenerator<ImportItem> {
  const { outline } = context;
  const spare = outline.scratch.lists<CommentDraft>();
  let done = 0;
  for (const file of files) {
    const waiting = new Map<number, CommentList>();
    const takeComment = (node: XmlNode, record: number) => {
      const list = waiting.get(record) ?? new CommentList(spare, `${file} ${record}`);
      waiting.set(record, list);
      const draft = readComment(node, outline);
      if (draft) list.add(draft);
    };
    const apart = { name: 'wp:comment', take: takeComment };
    const repair = outline.repaired.has(file);
    for await (const { node, line, number } of readRecords(file, { within, repair, prefixes, apart })) {
      const comments = waiting.get(number) ?? new CommentList(spare, '');
      waiting.delete(number);
      if (node.name !== 'item') continue;
      done += 1;
      const sourceId = outline.taken.get(String(done));
      if (sourceId === undefined || !isPost({ type: kindOf(node, outline) })) continue;
      const body = textOf(node, 'content:encoded');
      if (body.length <= 4 * MAX_BODY_LENGTH)
        await takeFilesOf([body, ...enclosuresOf(node).map(({ url }) => url)], context);
      const draft = readOrReport(node, { sourceId, line, comments }, context);
      if (draft) yield { post: draft, done };
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
function readOrReport(node: XmlNode, flowKind: ItemLocation, context: ItemContext) {
  try {
    return readItem(node, flowKind, context);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const title = factOf(node, 'title').slice(0, 80) || 'without a title';
    context.onFailed({ where: `line ${flowKind.line}, “${title}”`, why: error.message });
    return null;
  }
}
