import 'server-only';
import { transaction } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import type { ThreadDraft } from '../drafts';
import { addProblem, type ImportReport } from '../report/report';
import { whileAlive } from '../running/batches';
import { Thread } from './comments';
import type { PostContext } from './post-work';
import type { FoundPost, PostFinder } from './post-finder';
import type { Run } from './run';

/** Adds the comments of a source without posts to the posts that are here. */
export class ThreadJoiner {
  readonly #finder: PostFinder;
  readonly #context: PostContext;
  readonly #batchId: string | null;
  #unmatched = { threads: 0, comments: 0 };

  constructor(finder: PostFinder, context: PostContext, { input, batchId }: Run) {
    this.#finder = finder;
    this.#context = context;
    this.#batchId = input.dryRun ? input.batchId : batchId;
  }

  async join(thread: ThreadDraft, progress: { done: number; total: number }) {
    const post = await this.#finder.find(thread);
    const { comments } = thread;
    if ('why' in post) this.#leaveOut(thread, post.why);
    else {
      if (post.by === 'title') this.#note(thread, `It was joined to “${post.slug}” here because both have this title.`);
      const work = () => new Thread(thread, { id: post.id, isNew: false }, this.#context).rest();
      await whileAlive(this.#batchId, work, progress);
      if (thread.isClosed) await this.#close(thread, post);
    }
    comments.clear();
  }

  /** Says in one sentence how much found no post. */
  finish({ remarks }: Pick<ImportReport, 'remarks'>) {
    const { threads, comments } = this.#unmatched;
    if (threads === 0) return;
    remarks?.push(
      `${threads.toLocaleString('en')} ${threads === 1 ? 'page' : 'pages'} of the export with ${comments.toLocaleString('en')} ${comments === 1 ? 'comment' : 'comments'} ${threads === 1 ? 'has' : 'have'} no post on this site.`,
    );
  }

  #leaveOut({ where, comments }: ThreadDraft, why: string) {
    this.#unmatched.threads += 1;
    this.#unmatched.comments += comments.length;
    addProblem(this.#context.report.failed, {
      where,
      why: `${why}, so its comments (${comments.length}) were not imported.`,
    });
  }

  // Once: who opens them again here has decided.
  async #close(thread: ThreadDraft, { id, commentsMode }: FoundPost) {
    const { importMap, write } = this.#context;
    if (commentsMode !== 'open') return;
    const key = `${thread.sourceId} closed`;
    if ((await importMap.find('thread', [key])).has(key)) return;
    this.#note(thread, 'Comments were closed there, so the post here accepts no more.');
    if (!write) return;
    await transaction(async (tx) => {
      await tx.post.update({ where: { id }, data: { commentsMode: 'closed' }, select: { id: true } });
      await importMap.add(tx, [{ kind: 'thread', sourceId: key, targetId: id, hash: commentsMode }]);
      emit(tx, { type: 'import.comments-reverted', actorId: null, postId: id });
    });
  }

  #note({ where }: ThreadDraft, why: string) {
    addProblem(this.#context.report.notes, { where, why });
  }
}
