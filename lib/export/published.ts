import type { PostState } from '@/lib/posts/post';
import { postStateOf } from '@/lib/posts/visibility';
import type { ExportRun } from './export-format';
import { listPosts, readPosts, type PostRow } from './reading-posts';

/** The posts and pages that everybody can read, in constant memory; the others are counted and said. */
export async function* readPublished(run: ExportRun): AsyncGenerator<PostRow> {
  for await (const rows of readPublishedSlices(run)) yield* rows;
}

/** The same, some at a time. */
export async function* readPublishedSlices(run: ExportRun): AsyncGenerator<PostRow[]> {
  const hidden = new Map<PostState, number>();
  for await (const rows of readPosts(run.tx, await listPosts(run.tx))) {
    const states = new Map(rows.map((row) => [row, postStateOf(row, run.now)]));
    for (const state of states.values()) if (state !== 'Published') hidden.set(state, (hidden.get(state) ?? 0) + 1);
    yield rows.filter((row) => states.get(row) === 'Published');
  }
  for (const [state, count] of hidden)
    run.note(`Left out, because the format holds published posts and pages only: ${state}, ${count}.`);
}

/** Notes how many comments of each state were left out. */
export class LeftOut {
  readonly #counts = new Map<string, number>();

  add(what: string, by = 1) {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + by);
  }

  tell({ note }: Pick<ExportRun, 'note'>, why: string) {
    for (const [what, count] of this.#counts) note(`${why}: ${what}, ${count}.`);
  }
}
