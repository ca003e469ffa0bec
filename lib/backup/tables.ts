import type { Tx } from '@/lib/database/db';
import type { Prisma } from '@/prisma/generated/sqlite/client';

export type Model = Prisma.ModelName;
export type Row = Record<string, unknown>;

type Table = {
  model: Model;
  /** Key columns, for keyset pagination. */
  keys: readonly string[];
  /** Batch size, by row size. */
  perRead: number;
};

const table = (model: Model, keys: readonly string[] = ['id'], perRead = 1_000): Table => ({ model, keys, perRead });

/** All content tables, referenced rows first. */
export const tables: readonly Table[] = [
  table('Setting', ['key']),
  table('SiteMenu', ['place']),
  table('User'),
  table('Account'),
  table('Passkey'),
  table('PasskeyOffer', ['userId']),
  table('SavedFilter'),
  table('Tag'),
  table('Series'),
  table('ImportBatch', ['id'], 50),
  table('Media'),
  table('StoredFile'),
  table('Post', ['id'], 25),
  table('PostRevision', ['id'], 25),
  table('PostAuthor', ['postId', 'userId']),
  table('PostTag', ['postId', 'tagId']),
  table('PostTransfer', ['id'], 50),
  table('MediaUse', ['mediaId', 'postId']),
  table('StoredFileUse', ['fileId', 'postId']),
  table('PreviewLink'),
  table('EditorNote', ['id'], 500),
  table('NoteNotification'),
  table('Redirect'),
  table('Comment', ['id'], 500),
  table('CommentRevision', ['id'], 500),
  table('CommentVerdict', ['commentId'], 500),
  table('CommentHiding', ['id'], 500),
  table('CommentStatement', ['id'], 500),
  table('ImportedCommenter', ['commentId']),
  table('ModerationRule'),
  table('SpamModel'),
  table('CommentLike', ['commentId', 'userId']),
  table('CommentMention', ['commentId', 'userId']),
  table('Mute', ['userId', 'mutedId']),
  table('Notification'),
  table('NotificationChoice', ['userId']),
  table('EmailRefusal', ['userId']),
  table('PostFollow', ['postId', 'userId']),
  table('CommentFollow', ['commentId', 'userId']),
  table('CommentReport'),
  table('ReportedComment', ['commentId']),
  table('PostReaction', ['postId', 'userId', 'kind']),
  table('PostReactionCount', ['postId', 'kind']),
  table('CommentDraft', ['id'], 500),
  table('Correction', ['id'], 500),
  table('Slot'),
  table('Campaign'),
  table('LineItem'),
  table('Creative', ['id'], 100),
  table('CreativeReport', ['creativeId', 'reason']),
  table('ReaderReport', ['creativeId', 'day', 'reader']),
  table('SlotPause'),
  table('ReaderStatistic', ['period', 'dimension', 'bucket', 'value']),
  table('SlotStatistic', ['slotId', 'period', 'bucket', 'creativeId', 'device']),
  table('SlotHeight', ['slotId', 'creativeId', 'device', 'height']),
  table('SlotHealth', ['slotId', 'bucket', 'creativeId', 'device', 'measure', 'step']),
  table('FilteredStatistic', ['slotId', 'period', 'bucket', 'reason', 'event']),
  table('ImportItem', ['id'], 250),
  table('AuditEntry'),
];

/** Sessions, account tokens, the e-mails that carry them, and what is sealed: only with `withSecrets`. */
export const secretTables: readonly Table[] = [
  table('Session'),
  table('SessionProof', ['sessionId']),
  table('Token'),
  table('Outbox'),
  table('MailedComment', ['id'], 500),
  table('CommentCheck', ['commentId'], 500),
];

/** Not content (counters, copies that triggers keep, messages between processes, undo data, index notes): never backed up. */
export const passingModels: readonly Model[] = [
  'RateLimit',
  'Undo',
  'Invalidation',
  'Instance',
  'IndexFailure',
  'SearchWord',
  'ReaderSketch',
  'StatisticBatch',
  'CodeTest',
  'MissingAddress',
  'PostViewCount',
];

type Delegate = {
  findMany: (query: object) => Promise<Row[]>;
  deleteMany: () => Promise<{ count: number }>;
  count: () => Promise<number>;
};

/** The only untyped access to tables. */
export function rowsOf(tx: Tx, model: Model): Delegate {
  const name = model.charAt(0).toLowerCase() + model.slice(1);
  return Reflect.get(tx, name) as unknown as Delegate;
}

export async function* readTable(tx: Tx, { model, keys, perRead }: Table): AsyncGenerator<Row[]> {
  const orderBy = keys.map((key) => ({ [key]: 'asc' }));
  for (let where: object = {}; ;) {
    const rows = await rowsOf(tx, model).findMany({ where, orderBy, take: perRead });
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < perRead) return;
    where = after(last, keys);
  }
}

function after(row: Row, keys: readonly string[]) {
  return {
    OR: keys.map((key, at) => ({
      ...Object.fromEntries(keys.slice(0, at).map((one) => [one, row[one]])),
      [key]: { gt: row[key] },
    })),
  };
}
