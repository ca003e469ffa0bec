/** What the cached pages of a post depend on, at one moment. */
export type PostCacheFields = {
  id: string;
  type: string;
  slug: string;
  tagIds: string[];
  authorIds: string[];
  /** The public posts just before and after it: their pages name it. */
  neighbourIds: string[];
};

/** Where a person's name stands: posts they wrote and threads they take part in; null where there are very many. */
export type Appearances = { postIds: string[]; threadPostIds: string[] } | null;

/** Where a tag's name stands: its posts, and addresses that it left and that lead to it. */
export type TagUses = { slug: string; postIds: string[]; leftAddresses: string[] };

export type CommentRef = { id: string; parentId: string | null; authorId: string | null };
export type Addressed = { id: string; slug: string };

type Thread = { postId: string; comments: CommentRef[] };

type CommentEvent =
  /** Readers see it from now on: it was sent, approved, restored or imported. */
  | ({ type: 'comment.published'; origin: 'site' | 'import' } & Thread)
  /** Readers saw it and no longer do. */
  | ({ type: 'comment.hidden' } & Thread)
  /** It waits for a moderator. */
  | ({ type: 'comment.pending' } & Thread)
  /** Its words or its state changed; whether readers see it did not. */
  | ({ type: 'comment.updated' } & Thread)
  | {
      type: 'comment.moderated';
      action: string;
      /** What undoes it. */
      batch: string;
      changes: { commentId: string; postId: string; from: string; to: string }[];
    }
  | { type: 'thread.locked'; postId: string; reason: string }
  | { type: 'thread.unlocked'; postId: string };

type PostChange = { title: string; before: PostCacheFields; after: PostCacheFields };

type PostEvent =
  | { type: 'post.created'; postId: string; postType: string }
  /** Its newest text was saved; readers see no difference. */
  | { type: 'post.saved'; postId: string; kind: string }
  | { type: 'post.change-discarded'; postId: string }
  | { type: 'post.preview-link-created'; postId: string }
  | { type: 'post.preview-links-revoked'; postId: string; count: number }
  /** Readers see it, and did not before. */
  | ({ type: 'post.published'; publishAt: string } & PostChange)
  | ({ type: 'post.scheduled'; publishAt: string } & PostChange)
  /** Readers saw it before, and see its newest text from now on. */
  | ({ type: 'post.updated'; publishAt: string } & PostChange)
  | ({ type: 'post.unpublished' } & PostChange)
  | ({ type: 'post.trashed' } & PostChange)
  | ({ type: 'post.restored' } & PostChange)
  | ({ type: 'post.tagged'; tag: string } & PostChange)
  | ({ type: 'post.untagged'; tag: string } & PostChange)
  | { type: 'post.deleted'; title: string; before: PostCacheFields }
  | { type: 'post.cover-attached'; postId: string };

type TagEvent =
  | { type: 'tag.renamed'; tagId: string; nameBefore: string; name: string; slugBefore: string; uses: TagUses }
  | {
      type: 'tag.merged';
      tagId: string;
      name: string;
      uses: TagUses;
      into: { id: string; name: string; uses: TagUses };
    }
  | { type: 'tag.described'; tagId: string }
  | { type: 'tag.deleted'; tagId: string; name: string; uses: TagUses };

type SlotEvent = {
  type: 'slot.changed';
  slotId: string;
  change: 'saved' | 'restored' | 'switched-on' | 'switched-off';
  /** Versions of its content before and after, and its measures. */
  details: Record<string, string | number>;
};

type MediaEvent =
  | { type: 'media.uploaded'; mediaId: string; fileName: string }
  | { type: 'media.described'; mediaId: string; postIds: string[] }
  | { type: 'media.deleted'; mediaId: string }
  | { type: 'media.restored'; mediaId: string };

type UserEvent =
  | { type: 'user.created'; userId: string; role: string }
  | { type: 'user.invited'; userId: string; role: string | null }
  | { type: 'user.role-changed'; userId: string; from: string; to: string }
  | { type: 'user.banned'; userId: string; reason: string; until: string }
  | { type: 'user.unbanned'; userId: string }
  | { type: 'user.signed-out'; userId: string }
  | { type: 'user.password-changed'; userId: string; how: 'by-hand' | 'by-link' | 'by-operator' }
  | { type: 'user.profile-changed'; userId: string; appearances: Appearances }
  | { type: 'user.deleted'; userId: string; appearances: Appearances };

type SiteEvent =
  | { type: 'site.set-up' }
  | { type: 'settings.changed'; names: string[] }
  /** The site has a new address; stored absolute URLs of its own became paths. */
  | { type: 'site.moved'; threadPostIds: string[] }
  | { type: 'site.seeded'; tagIds: string[]; authorIds: string[] }
  /** Another site, out of a backup, took its place. */
  | { type: 'site.replaced' }
  /** Rendered again from the same texts by a newer renderer. */
  | { type: 'posts.rerendered'; postIds: string[] }
  | { type: 'comments.rerendered'; postIds: string[] };

type ImportEvent =
  | { type: 'import.started'; batchId: string; fileName: string; isDryRun: boolean }
  | { type: 'import.posts-written'; posts: Addressed[]; redirectedFrom: string[] }
  | { type: 'import.post-updated'; postId: string }
  | { type: 'import.addresses-redirected'; redirectedFrom: string[] }
  /** All of it is there: what every page depends on may be different. */
  | { type: 'import.written'; tagIds: string[]; authorIds: string[] }
  | { type: 'import.finished'; batchId: string; source: string }
  | { type: 'import.post-reverted'; postId: string }
  | { type: 'import.comments-reverted'; postId: string }
  | { type: 'import.posts-removed'; posts: Addressed[] }
  | { type: 'import.rest-removed'; tags: Addressed[]; authors: Addressed[]; redirectedFrom: string[] }
  | { type: 'import.undone'; batchId: string };

/** What no writer does: a moment has come. Each process notices it by itself. */
type MomentEvent =
  { type: 'posts.came-due' } | { type: 'menu.changed' } | { type: 'comments.counted'; postIds: string[] };

/**
 * Everything that happens on the site and that a subscriber may need. It holds ids and what subscribers need: no text
 * body, no HTML, no password, token or e-mail address. `actorId` is null without a signed-in user: the command line, a
 * timer, the product itself.
 */
export type DomainEvent = { actorId: string | null } & (
  CommentEvent | PostEvent | TagEvent | SlotEvent | MediaEvent | UserEvent | SiteEvent | ImportEvent | MomentEvent
);

export type EventType = DomainEvent['type'];
export type EventOf<Type extends EventType> = Extract<DomainEvent, { type: Type }>;

/** One answer for each kind of event: a kind without one does not compile. */
export type EventTable<Answer> = { [Type in EventType]: (event: EventOf<Type>) => Answer };

/** Asks such a table. */
export function lookUp<Answer>(table: EventTable<Answer>, event: DomainEvent): Answer {
  // The named boundary: the compiler does not see that the row found by an event's type takes this event.
  const answer = table[event.type] as (event: DomainEvent) => Answer;
  return answer(event);
}
