import { expect, test } from 'vitest';
import { toPresentRow } from './earlier-versions';

test('columns that no longer exist are left out, and only where they existed', () => {
  expect(toPresentRow('Post', { id: 'p', contents: '[]', title: 'Nets' })).toEqual({ id: 'p', title: 'Nets' });
  expect(toPresentRow('Media', { id: 'm', focalX: 0.5, focalY: 0.5 })).toEqual({ id: 'm' });
  expect(toPresentRow('Redirect', { id: 'r', hits: 0 })).toEqual({ id: 'r' });
  expect(toPresentRow('Comment', { id: 'c', moderationNote: '' })).toEqual({ id: 'c' });
  expect(toPresentRow('Tag', { id: 't', contents: 'kept' })).toEqual({ id: 't', contents: 'kept' });
});

test('entries of the audit log about users are named as in this version', () => {
  const entry = { id: '1', action: 'person.ban', subjectType: 'person', subjectId: 'person.x' };
  expect(toPresentRow('AuditEntry', entry)).toEqual({ ...entry, action: 'user.ban', subjectType: 'user' });
  const other = { id: '2', action: 'post.publish', subjectType: 'post' };
  expect(toPresentRow('AuditEntry', other)).toEqual(other);
});

test('queued e-mails have the event of this version', () => {
  expect(toPresentRow('Outbox', { id: '1', event: 'letter' })).toEqual({ id: '1', event: 'email' });
  expect(toPresentRow('Outbox', { id: '2', event: 'webhook' })).toEqual({ id: '2', event: 'webhook' });
  expect(toPresentRow('AuditEntry', { id: '3', event: 'letter' })).toEqual({ id: '3', event: 'letter' });
});
