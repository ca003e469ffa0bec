import { commenterHash } from '@/lib/comments/commenters';
import type { CommentDraft } from '../../drafts';
import type { CommentList } from '../../reading/comment-list';
import { undatedBy } from '../../reading/undated';
import { dateOf, textOf, type Row } from './rows';
import type { Member, Tables } from './tables';

const statuses: Record<string, CommentDraft['status']> = {
  '': 'approved',
  published: 'approved',
  hidden: 'hidden',
  deleted: 'hidden',
};

type Commenters = { tables: Tables; authorKeys: ReadonlyMap<string, string> };

/** The keys of those who write the site, by e-mail address. */
export function authorKeysOf({ users }: Tables) {
  return new Map([...users.values()].flatMap(({ email, key }): [string, string][] => (email ? [[email, key]] : [])));
}

/** Adds the members' comments on a post. Of the e-mail address only a hash is kept. */
export function addComments(list: CommentList, id: string, { tables, authorKeys }: Commenters) {
  for (const row of tables.comments.each(id)) {
    const draft = draftOf(row, tables.members.get(textOf(row, 'member_id')), authorKeys);
    if (draft) list.add(draft);
  }
}

function draftOf(row: Row, member: Member | undefined, authorKeys: ReadonlyMap<string, string>): CommentDraft | null {
  const sourceId = textOf(row, 'id');
  const html = textOf(row, 'html');
  if (!sourceId || (!html && textOf(row, 'status') !== 'deleted')) return null;
  const parent = textOf(row, 'in_reply_to_id') || textOf(row, 'parent_id');
  const createdAt = dateOf(row, 'created_at');
  const email = member?.email ?? '';
  return {
    sourceId,
    parentSourceId: parent || null,
    type: 'comment',
    status: statuses[textOf(row, 'status')] ?? 'pending',
    authorName: (member?.name ?? '').slice(0, 120),
    authorUrl: '',
    authorKey: authorKeys.get(email) ?? null,
    commenter: commenterHash(email),
    html,
    createdAt,
    ...undatedBy(createdAt ? undefined : textOf(row, 'created_at')),
  };
}
