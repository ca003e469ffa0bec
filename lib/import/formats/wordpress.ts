import { AppError } from '@/lib/errors';
import { LONGEST_BODY } from '@/lib/html/sanitising';
import type { PostDraft } from '../drafts';
import { pictureAddressesIn } from '../picture-files';
import { readRecords, type XmlNode } from '../xml/records';
import { readItem, type ItemContext } from './wordpress/items';
import { factOf, idOf, prefixes, textOf } from './wordpress/nodes';
import { isPost } from './wordpress/old-addresses';
import { within } from './wordpress/outline';

/**
 * Reads the posts and pages of WordPress export files, one at a time and in their order. The outline of a first reading
 * places them; an id that comes twice counts once.
 */
export async function* readWordPress(
  files: readonly string[],
  context: ItemContext & { takePictures: (addresses: string[]) => Promise<void> },
): AsyncGenerator<{ draft: PostDraft; done: number }> {
  const seen = new Set<string>();
  let done = 0;
  for (const file of files) {
    const repair = context.outline.repaired.has(file);
    for await (const { node, line } of readRecords(file, { within, repair, prefixes })) {
      if (node.name !== 'item') continue;
      done += 1;
      const id = idOf(node);
      if (!id || seen.has(id) || !isPost({ type: factOf(node, 'wp:post_type') || 'post' })) continue;
      seen.add(id);
      const body = textOf(node, 'content:encoded');
      if (body.length <= 4 * LONGEST_BODY) await context.takePictures(pictureAddressesIn(body));
      const draft = readOrReport(node, line, context);
      if (draft) yield { draft, done };
    }
  }
}

// One post that cannot be kept (it is too long, say) does not keep the others out.
function readOrReport(node: XmlNode, line: number, context: ItemContext) {
  try {
    return readItem(node, line, context);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const title = factOf(node, 'title').slice(0, 80) || 'without a title';
    context.onFailed({ where: `line ${line}, “${title}”`, why: error.message });
    return null;
  }
}
