import type { Prisma } from '@/prisma/generated/sqlite/client';

type Holding = {
  /** What is about a person there, or leads to one. */
  columns: readonly string[];
  /** Where the file with somebody's own data has it, or why it does not. */
  exported: string | { not: string };
  /** What becomes of it with their account; rows that stay lead to an account without a name. */
  erased: 'deleted' | 'anonymised' | { kept: string };
};

const secret = { not: 'It is a secret that proves who you are, or a part of one.' };
const link = (columns: string[], exported: Holding['exported']): Holding => ({
  columns,
  exported,
  erased: 'anonymised',
});
const own = (columns: string[], exported: Holding['exported']): Holding => ({ columns, exported, erased: 'deleted' });

/**
 * What each table holds of people, what of it their export has, and what becomes of it when they delete their account.
 * Null: nothing. A table that is missing here does not compile; tests/integration/users/personal-data.test.ts holds the
 * rest.
 */
export const personalData = {
  User: {
    columns: [
      'email',
      'emailVerifiedAt',
      'name',
      'slug',
      'bio',
      'website',
      'dashboardLanguage',
      'passwordHash',
      'role',
      'banReason',
      'commentRestrictionNote',
      'avatarSeed',
    ],
    exported: 'profile',
    erased: 'anonymised',
  },
  Account: own(['userId', 'providerAccountId'], 'identities'),
  Session: own(['userId', 'userAgent'], 'sessions'),
  SessionProof: null,
  Token: own(['subject'], secret),
  RateLimit: null,
  Setting: null,
  SiteMenu: null,
  Post: null,
  PostAuthor: link(['userId'], 'posts'),
  PostTransfer: own(['fromId', 'intoId'], { not: 'Which posts were given to whom; the posts are listed.' }),
  Tag: null,
  Series: null,
  PostTag: null,
  PostRevision: link(['authorId'], { not: 'Versions of posts belong to the site; the posts are listed.' }),
  PreviewLink: link(['createdById'], secret),
  Media: link(['uploadedById'], { not: 'Files belong to the site.' }),
  MediaUse: null,
  StoredFile: link(['uploadedById'], { not: 'Files belong to the site.' }),
  StoredFileUse: null,
  Redirect: null,
  MissingAddress: null,
  Comment: {
    columns: ['authorId', 'authorName', 'authorUrl', 'moderatedById', 'ipHash'],
    exported: 'comments',
    erased: 'anonymised',
  },
  CommentRevision: link(['body'], 'comments'),
  CommentVerdict: link(['reasons'], 'comments'),
  CommentCheck: own(['commentId', 'sealed'], 'comments'),
  CommentHiding: link(['authorId', 'hiddenById', 'undoneById'], {
    not: 'What moderators did about comments is for those who run the site.',
  }),
  CommentStatement: own(
    ['userId', 'decidedById', 'appealDecidedById', 'explanation', 'appeal', 'appealAnswer'],
    'decisions',
  ),
  ImportedCommenter: {
    columns: ['emailHash'],
    exported: { not: 'It is a hash of an address, by which its owner finds comments that were imported.' },
    erased: 'deleted',
  },
  ModerationRule: null,
  // Hashed parts of words of all comments: they lead to nobody.
  SpamModel: null,
  CommentLike: own(['userId'], 'likes'),
  CommentMention: own(['userId', 'typed'], 'mentions'),
  Mute: own(['userId', 'mutedId'], 'muted'),
  Notification: own(['userId'], 'notifications'),
  NotificationChoice: own(['userId'], 'notifications'),
  EmailRefusal: own(['userId', 'email', 'reply'], 'notifications'),
  PostFollow: own(['userId'], 'notifications'),
  CommentFollow: own(['userId'], 'notifications'),
  CommentReport: link(['reporter', 'reporterId', 'text'], 'reports'),
  ReportedComment: null,
  PostReaction: own(['userId'], 'reactions'),
  PostReactionCount: null,
  PostViewCount: null,
  CommentDraft: null,
  Correction: link(['decidedById'], 'comments'),
  EditorNote: link(['authorId', 'resolvedById', 'body'], 'editorNotes'),
  NoteNotification: own(['userId'], 'notifications'),
  MailedComment: own(['userId', 'addressHash'], { not: 'It is sealed, and deleted within days.' }),
  Passkey: own(['userId', 'credentialId', 'publicKey'], 'passkeys'),
  PasskeyOffer: own(['userId'], { not: 'Only that a passkey was offered and declined.' }),
  SavedFilter: own(['userId', 'name', 'query'], 'savedFilters'),
  Slot: null,
  LineItem: null,
  Campaign: {
    columns: ['contactEmail'],
    exported: { not: 'It is the address of an advertiser, who has no account here.' },
    erased: { kept: 'It is the address of an advertiser, who has no account here.' },
  },
  Creative: link(['createdById'], { not: 'What slots show belongs to the site.' }),
  CreativeReport: null,
  CodeTest: own(['userId'], { not: 'Tests of code for slots are kept for half an hour.' }),
  ReaderReport: {
    columns: ['reader'],
    exported: { not: 'A hash that changes every day leads from it to nobody.' },
    erased: { kept: 'A hash that changes every day leads from it to nobody.' },
  },
  SlotPause: null,
  ImportBatch: link(['createdById'], { not: 'Imports belong to the site.' }),
  ImportItem: null,
  ReaderStatistic: null,
  ReaderSketch: null,
  SlotStatistic: null,
  FilteredStatistic: null,
  SlotHeight: null,
  SlotHealth: null,
  StatisticBatch: null,
  Outbox: {
    columns: ['payload'],
    exported: { not: 'E-mails that wait to be sent; only ids are stored.' },
    erased: { kept: 'Only ids are stored, and finished jobs are deleted within days.' },
  },
  Undo: null,
  Invalidation: null,
  Instance: null,
  IndexFailure: null,
  SearchWord: null,
  AuditEntry: {
    columns: ['actorId', 'subjectId', 'data'],
    exported: { not: 'The audit log says who changed what on the site, and is for those who run it.' },
    erased: { kept: 'What was done to the site stays in the audit log, without a name.' },
  },
} satisfies Record<Prisma.ModelName, Holding | null>;

/** What the export leaves out and what stays after deletion, in sentences. */
export function notInExport() {
  return Object.entries(personalData as Record<string, Holding | null>).flatMap(([table, holding]) =>
    holding && typeof holding.exported !== 'string' ? [{ table, because: holding.exported.not }] : [],
  );
}
