import { commenterHash } from '@/lib/comments/commenters';
import type { CommentDraft, Problem } from '../drafts';
import { readIsoDate } from '../reading/iso-dates';
import { placeIn, type ExportFile, type ImportSource, type OpenRequest } from '../importer';
import { addProblem } from '../report/report';
import { AddressMap } from './address-map';
import { commenterName } from './commenter-names';
import { sourceOfThreads } from './source-of-threads';
import { ThreadStore } from './thread-store';

export type PageFields = {
  key: string;
  /** Best first. */
  addresses: readonly string[];
  title?: string;
  isClosed?: boolean;
};

export type CommentFields = {
  id: string;
  /** "" for none. */
  parentId: string;
  status: CommentDraft['status'] | 'spam there';
  /** Text, or what was read of it; null or "" if unknown. */
  date: string | Date | null;
  /** The first that can be shown counts. */
  names: readonly string[];
  email: string;
  url?: string;
  html: string;
  votes?: number;
};

type Place = { file: ExportFile; line: string };

/** What is read of an export of comments, and what is to be said of it. */
export class ThreadReading {
  readonly store: ThreadStore;
  readonly notes: Problem[] = [];
  readonly #failed: Problem[] = [];
  #deleted = 0;
  #spam = 0;
  #votes = 0;

  constructor({ scratch }: Pick<OpenRequest, 'scratch'>) {
    this.store = new ThreadStore(scratch);
  }

  /** The thread of a page; of one key the first counts. */
  takePage({ key, addresses, title = '', isClosed = false }: PageFields) {
    if (this.store.has(key)) return;
    const name = title.trim() || addresses[0] || key;
    const facts = { sourceId: key, where: `thread “${name.slice(0, 120)}”`, title, addresses };
    this.store.addThread({ ...facts, postIds: [], createdAt: null, isClosed, isDeleted: false });
  }

  /** A comment as the system has it. Of the e-mail address only a hash is kept. */
  takeComment(pageKey: string, fields: CommentFields, { file, line }: Place) {
    const { id, parentId, date, names, email, url = '', html, votes = 0 } = fields;
    const where = placeIn(file, `${line}, comment ${id}`);
    const createdAt = typeof date === 'string' ? readIsoDate(date) : date;
    const isImpossible = typeof date === 'string' && date !== '' && createdAt === null;
    const isSpam = fields.status === 'spam there';
    if (isImpossible) this.fail(where, `Its date cannot be: ${date.slice(0, 60)}. It was not imported.`);
    else if (isSpam) this.#spam += 1;
    else if (fields.status === 'deleted') this.#deleted += 1;
    this.#votes += Math.abs(votes);
    this.store.addComment(pageKey, {
      sourceId: id,
      parentSourceId: parentId || null,
      type: 'comment',
      status: isImpossible || fields.status === 'spam there' ? 'deleted' : fields.status,
      authorName: commenterName(...names),
      authorUrl: url,
      authorKey: null,
      commenter: commenterHash(email),
      html,
      createdAt,
    });
  }

  fail(where: string, why: string) {
    addProblem(this.#failed, { where, why });
  }

  source({ options, oldUrl }: Pick<OpenRequest, 'options' | 'oldUrl'>): ImportSource {
    const addresses = AddressMap.read(options.map ?? '', oldUrl) ?? AddressMap.any;
    return sourceOfThreads(this.store, {
      addresses,
      notes: this.notes,
      leftOut: [...this.#failed, ...this.#leftOut()],
    });
  }

  #leftOut(): Problem[] {
    const deleted = `Comments that were deleted there were left out (${this.#deleted}). Replies to such a comment stand under a line that says so.`;
    const lines = [
      ...(this.#deleted > 0 ? [deleted] : []),
      ...(this.#spam > 0 ? [`Comments that were marked as spam there were left out (${this.#spam}).`] : []),
      ...(this.#votes > 0
        ? [`Votes were left out (${this.#votes}): likes here belong to people with an account.`]
        : []),
    ].map((why) => ({ where: 'the whole file', why }));
    for (const [threadId, count] of this.store.strays()) {
      const why = `It is not in the file, so its comments (${count}) were not imported.`;
      addProblem(lines, { where: `thread ${threadId}`, why });
    }
    return lines;
  }
}
