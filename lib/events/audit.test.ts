import { expect, test } from 'vitest';
import { eventTypes, sampleEvents } from '@/tests/factories/events';
import { auditRowsOf } from './audit';

test('an entry says who did what to what, with the details that its row names and no others', () => {
  const event = { ...sampleEvents['user.banned'], passwordHash: 'argon2', bodyHtml: '<p>…</p>' };
  expect(auditRowsOf(event)).toEqual([
    {
      action: 'user.ban',
      actorId: 'u9',
      subjectType: 'user',
      subjectId: 'u1',
      data: JSON.stringify({ reason: 'Insults.', until: '' }),
    },
  ]);
});

test('one action on several comments has an entry for each', () => {
  expect(auditRowsOf(sampleEvents['comment.moderated'])).toMatchObject([
    { action: 'comment.approve', subjectType: 'comment', subjectId: 'c1' },
    { action: 'comment.approve', subjectType: 'comment', subjectId: 'c2' },
  ]);
});

test.each(eventTypes)('%s leaves entries about a subject, or none', (type) => {
  for (const { action, subjectType, subjectId, data } of auditRowsOf(sampleEvents[type])) {
    expect([action, subjectType]).toEqual([
      expect.stringMatching(/^[a-z]+\.[a-z-]+$/),
      expect.stringMatching(/^[a-z]+$/),
    ]);
    expect(subjectId).not.toBe('');
    expect(Object.keys(JSON.parse(data))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/body|html|password|token|email/i)]),
    );
  }
});

test('a long detail is cut, and imports by the operator are not logged', () => {
  const [entry] = auditRowsOf({ ...sampleEvents['thread.locked'], reason: 'x'.repeat(1_000) });
  expect(JSON.parse(entry!.data)).toEqual({ reason: 'x'.repeat(300) });
  expect(auditRowsOf({ ...sampleEvents['import.undone'], actorId: null })).toEqual([]);
});
