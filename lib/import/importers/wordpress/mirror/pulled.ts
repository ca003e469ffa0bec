import type { Problem } from '../../../drafts';
import type { PulledUntil } from '../../../mirrors';
import type { Scratch, ScratchLists, ScratchMap } from '../../../reading/scratch';

export type PulledTerm = {
  id: string;
  taxonomy: 'category' | 'post_tag';
  slug: string;
  name: string;
  about: string;
  parent: string;
};
export type PulledAuthor = { id: string; login: string; name: string };
export type PulledItem = {
  id: string;
  type: 'post' | 'page';
  title: string;
  link: string;
  slug: string;
  guid: string;
  /** By the clock of the old site; the others are in UTC. */
  date: string;
  gmt: string;
  modified: string;
  creator: string;
  html: string;
  excerpt: string;
  commentStatus: string;
  parent: string;
  order: string;
  isSticky: boolean;
  cover: string;
  terms: Pick<PulledTerm, 'taxonomy' | 'slug' | 'name'>[];
};
export type PulledComment = {
  id: string;
  parent: string;
  type: string;
  author: string;
  url: string;
  userId: string;
  date: string;
  gmt: string;
  html: string;
};
export type PulledMedia = {
  id: string;
  post: string;
  url: string;
  link: string;
  slug: string;
  title: string;
  alt: string;
  caption: string;
  gmt: string;
};

/** What was pulled of an old site. Of many entries nothing is in memory. */
export class Pulled {
  readonly isDated: boolean;
  readonly authors = new Map<string, PulledAuthor>();
  readonly terms = new Map<string, PulledTerm>();
  readonly items: ScratchMap<PulledItem>;
  readonly media: ScratchMap<PulledMedia>;
  readonly comments: ScratchLists<PulledComment>;
  /** Comment → its post. */
  readonly postOf: ScratchMap<string>;
  /** What is there, but not shown to everyone. */
  readonly locked = new Set<string>();
  readonly notes: Problem[] = [];
  readonly leftOut: Problem[] = [];
  readonly until: PulledUntil;

  constructor(scratch: Scratch, { isDated, until }: { isDated: boolean; until: PulledUntil }) {
    this.isDated = isDated;
    this.until = { ...until };
    this.items = scratch.map();
    this.media = scratch.map();
    this.comments = scratch.lists();
    this.postOf = scratch.map();
  }

  takeItem(item: PulledItem) {
    this.items.set(item.id, item);
    const changed = item.modified || item.gmt;
    if (item.type === 'post' && changed > this.until.posts) this.until.posts = changed;
  }

  takeComment(postId: string, comment: PulledComment) {
    this.comments.add(postId, comment);
    this.postOf.set(comment.id, postId);
    if (comment.gmt > this.until.comments) this.until.comments = comment.gmt;
  }
}
