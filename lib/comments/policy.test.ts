import { describe, expect, test } from 'vitest';
import { roles } from '@/lib/auth/actor';
import {
  decide,
  initialStatus,
  moderationActions,
  offeredActions,
  statusAfter,
  statusTo,
  type CommentAction,
  type PolicyUser,
  type PolicyComment,
} from './policy';

const now = new Date('2026-11-23T09:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const reader: PolicyUser = { id: 'reader', role: 'reader', isConfirmed: true, isBanned: false, restriction: null };
const open = { isPublic: true, commentsMode: 'open', commentsLockedReason: '', lockedReplies: [] };
const own: PolicyComment = {
  path: '0000100001',
  authorId: 'reader',
  status: 'approved',
  deletedBy: '',
  createdAt: ago(5),
  deletedAt: null,
};

function verdict(action: CommentAction, change: Partial<Parameters<typeof decide>[1]> = {}) {
  const result = decide(action, {
    user: reader,
    post: open,
    comment: action === 'create' ? null : own,
    now,
    ...change,
  });
  return result.allowed ? 'yes' : result.code;
}

const everyAction: CommentAction[] = [
  'create',
  'edit',
  'delete-own',
  'restore-own',
  'read-pending',
  'lock',
  'pin',
  'pick',
  ...moderationActions,
];

test.each(everyAction)('“%s” is refused to signed-out and banned users', (action) => {
  expect(verdict(action, { user: null })).toBe('unauthenticated');
  for (const role of roles) expect(verdict(action, { user: { ...reader, role, isBanned: true } })).toBe('forbidden');
});

test.each([...moderationActions, 'lock', 'pin'] as const)(
  '“%s” is for editors, moderators and those above',
  (action) => {
    const allowed = roles.filter((role) => verdict(action, { user: { ...reader, role } }) === 'yes');
    expect(allowed.toSorted()).toEqual(['admin', 'editor', 'moderator', 'owner']);
  },
);

test('nobody replies to a comment below a lock or edits one there, and all else goes on', () => {
  const locked = { ...open, lockedReplies: [{ id: 'c1', path: '00001', reason: 'Enough.' }] };
  for (const role of roles) {
    const user = { ...reader, role };
    expect(verdict('create', { user, post: locked, comment: own })).toBe('forbidden');
    expect(verdict('create', { user, post: locked, comment: { ...own, path: '00002' } })).toBe('yes');
    expect(verdict('create', { user, post: locked })).toBe('yes');
  }
  expect(verdict('edit', { post: locked })).toBe('forbidden');
  expect(['delete-own', 'read-pending'].map((action) => verdict(action as CommentAction, { post: locked }))).toEqual([
    'yes',
    'yes',
  ]);
  expect(decide('create', { user: reader, post: locked, comment: own, now })).toMatchObject({
    sentence: 'Replies to this comment are locked: Enough.',
  });
});

describe('one’s own comment', () => {
  test('may be changed for 15 minutes, while it is there and the thread is open', () => {
    expect(verdict('edit')).toBe('yes');
    expect(verdict('edit', { comment: { ...own, status: 'pending' } })).toBe('yes');
    expect(verdict('edit', { comment: { ...own, createdAt: ago(100_000) } })).toBe('yes');
    expect(verdict('edit', { comment: { ...own, status: 'hidden' } })).toBe('conflict');
    expect(verdict('edit', { post: { ...open, commentsLockedReason: 'Enough.' } })).toBe('forbidden');
    expect(verdict('edit', { post: { ...open, commentsMode: 'closed' } })).toBe('forbidden');
    expect(verdict('edit', { post: { ...open, isPublic: false } })).toBe('not_found');
  });

  test('may be deleted at any time and restored for a day, unless a moderator removed it', () => {
    const deleted = { ...own, status: 'deleted', deletedBy: 'author', deletedAt: ago(60) };
    expect(verdict('delete-own', { comment: { ...own, createdAt: ago(100_000) } })).toBe('yes');
    expect(verdict('delete-own', { comment: deleted })).toBe('conflict');
    expect(verdict('restore-own', { comment: deleted })).toBe('yes');
    expect(verdict('restore-own', { comment: { ...deleted, deletedAt: ago(24 * 60 + 1) } })).toBe('conflict');
    expect(verdict('restore-own', { comment: { ...deleted, deletedBy: 'moderator' } })).toBe('conflict');
  });

  test('cannot be changed by anyone else, whatever their role', () => {
    for (const role of roles) {
      const user = { ...reader, id: 'other', role };
      for (const action of ['edit', 'delete-own', 'restore-own'] as const)
        expect(verdict(action, { user })).toBe('not_found');
    }
  });
});

test('refuses comments of every role in a locked, closed or disabled thread, and says why one is locked', () => {
  const locked = { ...open, commentsLockedReason: 'Enough was said.' };
  for (const role of roles) {
    const user = { ...reader, role };
    expect(verdict('create', { user, post: open })).toBe('yes');
    expect(verdict('create', { user, post: locked })).toBe('forbidden');
    expect(verdict('create', { user, post: locked, comment: own })).toBe('forbidden');
    expect(verdict('create', { user, post: { ...open, commentsMode: 'closed' } })).toBe('forbidden');
    expect(verdict('create', { user, post: { ...open, commentsMode: 'off' } })).toBe('not_found');
    expect(verdict('create', { user, post: { ...open, isPublic: false } })).toBe('not_found');
  }
  expect(decide('create', { user: reader, post: locked, comment: null, now })).toEqual({
    allowed: false,
    code: 'forbidden',
    sentence: 'This conversation is locked: Enough was said.',
  });
});

test('a lock does not prevent anyone from deleting or restoring their own comment', () => {
  const post = { ...open, commentsLockedReason: 'Enough was said.' };
  const deleted = { ...own, status: 'deleted', deletedBy: 'author', deletedAt: ago(60) };
  expect(verdict('delete-own', { post })).toBe('yes');
  expect(verdict('restore-own', { post, comment: deleted })).toBe('yes');
});

test('requires a confirmed address before a comment appears', () => {
  expect(verdict('create', { user: { ...reader, isConfirmed: false } })).toBe('forbidden');
});

test.each([
  ['none', 'reader', 0, 9, 'approved'],
  ['links', 'reader', 0, 2, 'approved'],
  ['links', 'reader', 5, 3, 'pending'],
  ['first', 'reader', 0, 0, 'pending'],
  ['first', 'reader', 1, 2, 'approved'],
  ['first', 'reader', 1, 3, 'pending'],
  ['all', 'reader', 50, 0, 'pending'],
  ['all', 'moderator', 0, 9, 'approved'],
  ['first', 'author', 0, 0, 'approved'],
] as const)('with “%s”, a %s with %i approved and %i links: %s', (...row) => {
  const [moderation, role, approvedBefore, links, status] = row;
  expect(initialStatus({ moderation, role, restriction: null, approvedBefore, links })).toBe(status);
});

test.each([
  ['hold', 'reader', 'pending'],
  ['shadow', 'reader', 'shadowed'],
  ['hold', 'author', 'approved'],
  ['shadow', 'moderator', 'approved'],
] as const)('with a restriction to %s, a comment of a %s is %s, whatever the setting', (restriction, role, status) => {
  for (const moderation of ['none', 'links', 'first', 'all'] as const)
    expect(initialStatus({ moderation, role, restriction, approvedBefore: 50, links: 0 })).toBe(status);
});

test('its author takes a shadowed comment for any other, and nobody else replies to it', () => {
  const comment = { ...own, status: 'shadowed' };
  expect(statusTo(reader, comment)).toBe('approved');
  expect([null, { ...reader, id: 'other' }].map((user) => statusTo(user, comment))).toEqual(['shadowed', 'shadowed']);
  expect(statusTo({ ...reader, role: 'moderator' }, comment)).toBe('shadowed');
  expect((['create', 'edit', 'delete-own', 'read-pending'] as const).map((one) => verdict(one, { comment }))).toEqual([
    'yes',
    'yes',
    'yes',
    'yes',
  ]);
  const other = { ...reader, id: 'other' };
  expect((['create', 'read-pending', 'like'] as const).map((one) => verdict(one, { user: other, comment }))).toEqual([
    'not_found',
    'not_found',
    'not_found',
  ]);
});

test('restoring returns the earlier status, and never publishes a pending comment', () => {
  const after = (status: string, statusBeforeDelete = '') => statusAfter('restore', { status, statusBeforeDelete });
  expect(after('deleted', 'pending')).toBe('pending');
  expect(after('deleted', 'approved')).toBe('approved');
  expect(after('deleted', 'shadowed')).toBe('shadowed');
  expect(after('hidden')).toBe('approved');
  expect(after('approved')).toBeNull();
  expect(after('pending')).toBeNull();
});

test('offers moderators to approve pending comments and to restore removed ones', () => {
  expect(offeredActions('pending')).toEqual(['approve', 'hide', 'delete', 'spam']);
  expect(offeredActions('shadowed')).toEqual(['approve', 'hide', 'delete', 'spam']);
  expect(offeredActions('hidden')).toEqual(['restore', 'delete', 'spam']);
  expect(offeredActions('spam')).toEqual(['hide', 'restore', 'delete']);
  expect(offeredActions('deleted')).toEqual(['restore']);
});
