import 'server-only';
import type { PostDraft } from '../drafts';
import type { ImportSource, ImportTarget } from '../importer';
import { addProblem } from '../report/report';
import { Samples } from '../report/samples';
import { ThreadJoiner } from './joined-threads';
import { LinkResolver } from './link-resolver';
import { PostFinder } from './post-finder';
import type { PostContext } from './post-work';
import { writePosts } from './posts';
import { showProgress, type Run } from './run';
import type { SourceFiles } from './source-files';

const POSTS_PER_TRANSACTION = 50;
/** Reduces the batch for long posts and threads. */
const COMMENTS_PER_TRANSACTION = 500;
const CHARACTERS_PER_TRANSACTION = 2_000_000;

type Known = { files: SourceFiles; context: PostContext };
type Named = Known & { /** Of authors, by their keys. */ names: ReadonlyMap<string, string> };

/** Second reading: writes posts in batches as they are read. */
export async function importItems(source: ImportSource, { files, context, names }: Named, run: Run) {
  const { total } = source;
  const batch = new Batch();
  const joiner = new ThreadJoiner(new PostFinder(run.input.scratch), context, run);
  const progress = new PacedProgress(run, total);
  const samples = new Samples(total, names);
  const flush = async (done: number) => {
    const posts = batch.take();
    await writePosts(posts, context);
    for (const { comments } of posts) comments.clear();
    await progress.show(done);
  };
  for await (const item of source.items(targetOf(source, { files, context }, run))) {
    if ('post' in item) {
      if (run.input.dryRun) samples.offer(item, context.allocations.get(item.post.sourceId)?.slug ?? '');
      batch.add(item.post);
    } else {
      // A thread may be of a post that was read before it.
      if (!batch.isEmpty) await flush(item.done);
      await joiner.join(item.thread, { done: item.done, total });
      await progress.show(item.done);
    }
    if (batch.isFull) await flush(item.done);
  }
  await flush(total);
  await progress.finish();
  joiner.finish(run.report);
  if (samples.list.length > 0) run.report.samples = samples.list;
}

const PROGRESS_INTERVAL_MS = 1_000;

class PacedProgress {
  readonly #run: Run;
  readonly #total: number;
  #shownAt = 0;

  constructor(run: Run, total: number) {
    this.#run = run;
    this.#total = total;
  }

  /** Stored now and then: each time is a transaction of its own. */
  async show(done: number) {
    this.#run.onProgress(done, this.#total);
    if (Date.now() - this.#shownAt < PROGRESS_INTERVAL_MS) return;
    await this.#store(done);
  }

  async finish() {
    await this.#store(this.#total);
  }

  async #store(done: number) {
    this.#shownAt = Date.now();
    await showProgress(this.#run, done, this.#total);
  }
}

function targetOf(source: ImportSource, { files, context }: Known, { input }: Run): ImportTarget {
  const { report } = context;
  const known = { ...context, legacyUrls: source.legacyUrls(files), scratch: input.scratch };
  const links = new LinkResolver(source.links, known);
  return {
    takeFiles: (addresses) => files.take(addresses),
    imageAt: files.imageAt,
    fileAt: files.fileAt,
    pageAt: (address) => links.at(address),
    onNote: (note) => addProblem(report.notes, note),
    onFailed: (problem) => addProblem(report.failed, problem),
  };
}

class Batch {
  #posts: PostDraft[] = [];
  #comments = 0;
  #characters = 0;

  add(post: PostDraft) {
    this.#posts.push(post);
    this.#comments += post.comments.length;
    this.#characters += post.body.html.length + post.comments.size;
  }

  get isEmpty() {
    return this.#posts.length === 0;
  }

  get isFull() {
    const isLong = this.#comments >= COMMENTS_PER_TRANSACTION || this.#characters >= CHARACTERS_PER_TRANSACTION;
    return isLong || this.#posts.length >= POSTS_PER_TRANSACTION;
  }

  take() {
    const posts = this.#posts;
    this.#posts = [];
    this.#comments = 0;
    this.#characters = 0;
    return posts;
  }
}
