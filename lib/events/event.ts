export type PostCacheFields = {
  id: string;
  type: string;
  slug: string;
  tagIds: string[];
  seriesId: string | null;
  authorIds: string[];
  neighbourIds: string[];
};

/** Pages that show a user's name; null where there are too many. */
export type Appearances = { postIds: string[]; threadPostIds: string[] } | null;

export type TagUses = { slug: string; postIds: string[]; leftAddresses: string[] };

/** Null where there is none: a comment on the post itself, an author without an account. */
export type CommentRef = {
  id: string;
  authorId: string | null;
  parentId: string | null;
  parentAuthorId: string | null;
};
export type Addressed = { id: string; slug: string };

type Thread = { postId: string; comments: CommentRef[] };

type CommentEvent =
  | ({ type: 'comment.published'; origin: 'site' | 'import' } & Thread)
  | ({ type: 'comment.hidden' } & Thread)
  | ({ type: 'comment.pending' } & Thread)
  /** Text or state changed, visibility did not. */
  | ({ type: 'comment.updated' } & Thread)
  | {
      type: 'comment.moderated';
      action: string;
      batch: string;
      changes: { commentId: string; postId: string; from: string; to: string }[];
    }
  | { type: 'comment.versions-removed'; commentId: string; count: number }
  /** By a change of a comment that readers see. */
  | { type: 'comment.mentions-added'; commentId: string }
  /** By a moderator, not by its author. */
  | { type: 'comment.edited'; commentId: string; postId: string }
  /** Above the thread, or as the author’s pick. */
  | {
      type: 'comment.highlighted';
      commentId: string;
      postId: string;
      change: 'pinned' | 'unpinned' | 'picked' | 'unpicked';
    }
  /** `isHeld`: enough reports, so that it awaits a moderator. */
  | { type: 'comment.reported'; commentId: string; postId: string; points: number; isHeld: boolean }
  | { type: 'comment.reports-decided'; decisions: { commentId: string; postId: string; outcome: string }[] }
  /** A moderator removed it, and its author is told why. */
  | { type: 'comment.removed-with-reason'; statementId: string; commentId: string; userId: string; reason: string }
  | { type: 'comment.appealed'; statementId: string; commentId: string }
  | { type: 'comment.appeal-decided'; statementId: string; commentId: string; userId: string; outcome: string }
  | { type: 'thread.locked'; postId: string; reason: string }
  | { type: 'thread.unlocked'; postId: string }
  /** Those to one comment, at all depths. */
  | { type: 'replies.locked'; commentId: string; postId: string; reason: string }
  | { type: 'replies.unlocked'; commentId: string; postId: string };

type ModerationRuleEvent = {
  type: 'moderation-rules.changed';
  change: 'added' | 'saved' | 'removed' | 'switched-on' | 'switched-off';
  ruleIds: string[];
};

type SpamModelEvent = { type: 'spam-model.changed'; change: 'trained' | 'switched-on' | 'switched-off' };

type CorrectionEvent = {
  type: 'correction.decided';
  correctionId: string;
  postId: string;
  commentId: string | null;
  /** Who suggested it; null where nobody is to be told: they have no account, or decided themselves. */
  userId: string | null;
  status: string;
};

/** What the staff say to each other about a post; no page for readers shows it. */
type NoteEvent =
  /** `userIds`: who is told. */
  | { type: 'note.written'; noteId: string; postId: string; parentId: string | null; userIds: string[] }
  | { type: 'note.settled'; noteId: string; postId: string; change: 'resolved' | 'reopened' | 'deleted' };

/** Told at once, but pages show it later, together. */
type LikeEvent = { type: 'likes.changed'; postIds: string[] };

type PostChange = { title: string; before: PostCacheFields; after: PostCacheFields };

type PostEvent =
  | { type: 'post.created'; postId: string; postType: string }
  /** Stored as a draft; public pages are unchanged. */
  | { type: 'post.saved'; postId: string; kind: string }
  | { type: 'post.change-discarded'; postId: string }
  | { type: 'post.review-changed'; postId: string; change: 'handed-in' | 'taken-back' | 'returned' }
  | { type: 'post.preview-link-created'; postId: string }
  | { type: 'post.preview-links-revoked'; postId: string; count: number }
  | ({ type: 'post.published'; publishAt: string } & PostChange)
  | ({ type: 'post.scheduled'; publishAt: string } & PostChange)
  | ({ type: 'post.updated'; publishAt: string } & PostChange)
  | ({ type: 'post.unpublished' } & PostChange)
  | ({ type: 'post.trashed' } & PostChange)
  | ({ type: 'post.restored' } & PostChange)
  | ({ type: 'post.tagged'; tag: string } & PostChange)
  | ({ type: 'post.untagged'; tag: string } & PostChange)
  | { type: 'post.deleted'; title: string; before: PostCacheFields }
  | { type: 'post.cover-attached'; postId: string }
  /** To the form of addresses that the settings ask for. */
  | { type: 'posts.readdressed'; posts: { id: string; slugBefore: string; slug: string }[] }
  /** With the page above, whose slug theirs begins with. */
  | { type: 'pages.moved'; pages: { id: string; slugBefore: string; slug: string }[] };

type TagEvent =
  | { type: 'tag.renamed'; tagId: string; nameBefore: string; name: string; slugBefore: string; uses: TagUses }
  | {
      type: 'tag.merged';
      tagId: string;
      name: string;
      uses: TagUses;
      into: { id: string; name: string; uses: TagUses };
    }
  /** It had been deleted, or merged into another. */
  | { type: 'tag.restored'; tagId: string; name: string; uses: TagUses; into: { id: string; uses: TagUses } | null }
  | { type: 'tag.described'; tagId: string }
  | { type: 'tag.deleted'; tagId: string; name: string; uses: TagUses };

type SeriesEvent = {
  type: 'series.changed';
  seriesId: string;
  change: 'created' | 'renamed' | 'described' | 'ordered' | 'deleted' | 'restored';
  title: string;
  /** Where it is and was, and the addresses that lead there. */
  slugs: string[];
  leftAddresses: string[];
};

type SlotEvent = {
  type: 'slot.changed';
  slotId: string;
  change:
    | 'created'
    | 'renamed'
    | 'moved'
    | 'deleted'
    | 'saved'
    | 'restored'
    | 'switched-on'
    | 'switched-off'
    | 'in-page-code-approved'
    | 'line-item-saved'
    | 'line-item-switched-on'
    | 'line-item-switched-off'
    | 'line-item-deleted'
    | 'offered'
    | 'withdrawn';
  details: Record<string, string | number>;
};

type CampaignEvent = {
  type: 'campaign.changed';
  campaignId: string;
  change: 'saved' | 'archived' | 'unarchived' | 'report-linked' | 'report-revoked';
};

type RedirectEvent = {
  type: 'redirects.changed';
  change: 'added' | 'changed' | 'removed' | 'imported';
  ids: string[];
  /** The addresses that are answered otherwise now. */
  from: string[];
};

/** `isOfSite`: its logo, its icon or its social image. */
type MediaEvent =
  | { type: 'media.uploaded'; mediaId: string; fileName: string }
  | { type: 'media.described'; mediaId: string; postIds: string[]; isOfSite: boolean }
  | { type: 'media.framed'; mediaId: string; postIds: string[]; isOfSite: boolean }
  | { type: 'media.deleted'; mediaId: string; isOfSite: boolean }
  | { type: 'media.restored'; mediaId: string; isOfSite: boolean };

/** Files that are no images. */
type FileEvent =
  | { type: 'file.uploaded'; fileId: string; fileName: string }
  | { type: 'file.renamed'; fileId: string }
  | { type: 'file.deleted'; fileId: string }
  | { type: 'file.restored'; fileId: string };

type UserEvent =
  | { type: 'user.created'; userId: string; role: string }
  | { type: 'user.invited'; userId: string; role: string | null }
  | { type: 'user.role-changed'; userId: string; from: string; to: string }
  | { type: 'user.banned'; userId: string; reason: string; until: string }
  | { type: 'user.unbanned'; userId: string }
  /** Each new comment awaits approval, or is seen by its author and moderators alone. */
  | { type: 'user.comments-restricted'; userId: string; restriction: string; reason: string; until: string }
  | { type: 'user.comments-unrestricted'; userId: string }
  /** All that they have written so far: begun now, done in the background. */
  | { type: 'user.comments-hidden'; userId: string; hidingId: string; count: number }
  | { type: 'user.comments-shown-again'; userId: string; hidingId: string }
  | { type: 'user.signed-out'; userId: string }
  | { type: 'user.password-changed'; userId: string; how: 'by-hand' | 'by-link' | 'by-operator' }
  | { type: 'user.passkey-added'; userId: string }
  | { type: 'user.passkey-removed'; userId: string }
  /** Its counter went backwards: it may have been copied. */
  | { type: 'user.passkey-refused'; userId: string }
  | { type: 'user.profile-changed'; userId: string; appearances: Appearances }
  /** `posts`: what becomes of them. */
  | { type: 'user.removed'; userId: string; posts: 'give' | 'keep' | 'trash' }
  /** The former address is told of it. */
  | { type: 'user.email-changed'; userId: string; oldEmail: string }
  | { type: 'user.edited'; userId: string; slugs: string[]; leftAddresses: string[]; appearances: Appearances }
  | {
      type: 'user.posts-moved';
      change: 'given' | 'taken-back';
      userId: string;
      into: { id: string; name: string };
      slug: string;
      leftAddresses: string[];
      /** Null for more than can be told one by one. */
      postIds: string[] | null;
    }
  | { type: 'user.comments-claimed'; userId: string; count: number; appearances: Appearances }
  | { type: 'user.deletion-scheduled'; userId: string }
  | { type: 'user.deletion-cancelled'; userId: string }
  | { type: 'user.deleted'; userId: string; appearances: Appearances };

type SiteEvent =
  | { type: 'site.set-up' }
  | { type: 'settings.changed'; names: string[] }
  | {
      type: 'site-menu.changed';
      place: string;
      change: 'added' | 'changed' | 'removed' | 'moved' | 'filled';
      /** "" for all of them. */
      entry: string;
    }
  /** Code of all pages that readers see; `hash` names its text. */
  | {
      type: 'site-code.changed';
      codeId: string;
      change: 'added' | 'suspended' | 'resumed' | 'removed';
      name: string;
      hash: string;
    }
  | { type: 'site.exported'; format: string; withEmails: boolean }
  | { type: 'site.moved'; threadPostIds: string[] }
  | { type: 'site.seeded'; tagIds: string[]; authorIds: string[] }
  | { type: 'site.replaced' }
  | { type: 'posts.rerendered'; postIds: string[] }
  | { type: 'comments.rerendered'; postIds: string[] };

type ImportEvent =
  | { type: 'import.started'; batchId: string; fileName: string; isDryRun: boolean }
  | { type: 'import.posts-written'; posts: Addressed[]; redirectedFrom: string[] }
  | { type: 'import.post-updated'; postId: string }
  | { type: 'import.addresses-redirected'; redirectedFrom: string[] }
  | { type: 'import.written'; tagIds: string[]; authorIds: string[] }
  | { type: 'import.finished'; batchId: string; source: string }
  | { type: 'import.post-reverted'; postId: string }
  | { type: 'import.comments-reverted'; postId: string }
  | { type: 'import.posts-removed'; posts: Addressed[] }
  | { type: 'import.rest-removed'; tags: Addressed[]; authors: Addressed[]; redirectedFrom: string[] }
  | { type: 'import.undone'; batchId: string };

/** Time-based; each process detects them itself. */
type MomentEvent =
  | { type: 'posts.came-due' }
  | { type: 'menu.changed' }
  | { type: 'comments.counted'; postIds: string[] }
  | { type: 'likes.counted'; postIds: string[] };

/** No text, HTML, password, token or e-mail address. `actorId` is null for the command line and timers. */
export type DomainEvent = { actorId: string | null } & (
  | CommentEvent
  | ModerationRuleEvent
  | SpamModelEvent
  | CorrectionEvent
  | NoteEvent
  | LikeEvent
  | PostEvent
  | TagEvent
  | SeriesEvent
  | SlotEvent
  | CampaignEvent
  | RedirectEvent
  | MediaEvent
  | FileEvent
  | UserEvent
  | SiteEvent
  | ImportEvent
  | MomentEvent
);

export type EventType = DomainEvent['type'];
export type EventOf<Type extends EventType> = Extract<DomainEvent, { type: Type }>;

/** A handler for every event type; a missing one does not compile. */
export type EventTable<Answer> = { [Type in EventType]: (event: EventOf<Type>) => Answer };

/** Runs the handler for this event's type. */
export function lookUp<Answer>(table: EventTable<Answer>, event: DomainEvent): Answer {
  // TypeScript cannot see that the handler found by type accepts this event.
  const answer = table[event.type] as (event: DomainEvent) => Answer;
  return answer(event);
}
