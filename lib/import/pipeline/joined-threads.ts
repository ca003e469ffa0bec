import 'server-only';
import { percentDecoded } from '@/lib/web/percent-decoding';
import { readDb } from '@/lib/database/db';
import type { ThreadDraft } from '../drafts';
import type { SourceLinks } from '../importer';
import { addProblem } from '../report/report';
import { Thread } from './comments';
import type { PostContext } from './post-work';

/** Adds comments of a source without posts to the posts at the addresses they name. */
export async function joinThread(thread: ThreadDraft, links: SourceLinks, context: PostContext) {
  const { address, where, comments } = thread;
  const id = await findPostAt(links.pathOf(address));
  if (id === null) {
    const why = `No post here has the address ${address.slice(0, 300)}, so its comments (${comments.length}) were not imported.`;
    addProblem(context.report.failed, { where, why });
  } else {
    await new Thread(thread, { id, isNew: false }, context).rest();
  }
  comments.clear();
}

async function findPostAt(path: string | null) {
  if (path === null) return null;
  const slug = percentDecoded(path.slice(1));
  const post = slug === null ? null : await readDb.post.findUnique({ where: { slug }, select: { id: true } });
  if (post) return post.id;
  const redirect = await readDb.redirect.findUnique({ where: { from: path }, select: { postId: true } });
  return redirect?.postId ?? null;
}
