import { expect, test } from 'vitest';
import { queueTools, readOpened, toolsFor, withOpened } from './queue-tools';

const reader = { id: 'reader', role: 'reader' };
const row = { status: 'approved', type: 'comment', format: 'markdown', author: reader };
const admin = { actorId: 'admin', canSuspend: true };

test('everything is offered for what a reader wrote, to those who may suspend', () => {
  expect(toolsFor(row, admin)).toEqual(queueTools);
  expect(toolsFor(row, { ...admin, canSuspend: false })).toEqual(['reply', 'edit', 'remove', 'restrict']);
});

test.each([
  ['what awaits approval: the reply approves it', { status: 'pending' }, queueTools],
  ['what nobody sees cannot be answered', { status: 'hidden' }, ['edit', 'remove', 'restrict', 'suspend']],
  ['the author of a shadowed comment is told nothing', { status: 'shadowed' }, ['edit', 'restrict', 'suspend']],
  ['what was deleted', { status: 'deleted' }, ['restrict', 'suspend']],
  ['a comment without an account', { author: null }, ['reply', 'edit']],
  ['a comment by staff', { author: { id: 'other', role: 'editor' } }, ['reply', 'edit', 'remove']],
  ['one’s own', { author: { id: 'admin', role: 'admin' } }, ['reply', 'edit']],
  ['imported HTML', { format: 'html' }, ['reply', 'remove', 'restrict', 'suspend']],
  ['a mention', { type: 'mention', format: 'html', author: null }, []],
])('%s', (_, more, tools) => {
  expect(toolsFor({ ...row, ...more }, admin)).toEqual(tools);
});

test('which tool is open stands in the address', () => {
  const opened = { tool: 'edit', id: '019b-4f' } as const;
  expect(withOpened('/queue', opened)).toBe('/queue?open=edit_019b-4f#comment-019b-4f');
  expect(withOpened('/queue?state=all', opened)).toBe('/queue?state=all&open=edit_019b-4f#comment-019b-4f');
  expect(readOpened('edit_019b-4f')).toEqual(opened);
  for (const wrong of [undefined, '', 'edit', 'ban_1', 'edit_<b>', ['edit_a b']]) expect(readOpened(wrong)).toBeNull();
});
