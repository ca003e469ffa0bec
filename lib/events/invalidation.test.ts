import { expect, test } from 'vitest';
import { eventTypes, sampleEvents } from '@/tests/factories/events';
import type { EventType } from './event';
import { tagsFor } from './invalidation';

const tidesPage = ['address:tides', 'address:/tides'];
const aroundTides = ['post:p1', 'list', ...tidesPage, 'tag:t1', 'author:u1', 'post:older', 'post:newer'];
const changed = [...aroundTides, 'address:ebb', 'address:/ebb', 'tag:t2'];
const shipsPage = ['address:ships', 'address:/tag/ships'];

const expected: Record<EventType, string[]> = {
  'comment.published': ['comments:p1'],
  'comment.hidden': ['comments:p1'],
  'comment.pending': [],
  'comment.updated': ['comments:p1'],
  'comment.moderated': ['comments:p1', 'comments:p2'],
  'comment.edited': ['comments:p1'],
  'comment.highlighted': ['comments:p1'],
  'comment.reported': [],
  'comment.reports-decided': [],
  'moderation-rules.changed': ['moderation-rules'],
  'spam-model.changed': ['spam-model'],
  'correction.decided': ['comments:p1'],
  'note.written': [],
  'note.settled': [],
  'comment.mentions-added': [],
  'comment.versions-removed': [],
  'thread.locked': ['comments:p1', 'post:p1'],
  'thread.unlocked': ['comments:p1', 'post:p1'],
  'replies.locked': ['comments:p1', 'post:p1'],
  'replies.unlocked': ['comments:p1', 'post:p1'],
  'post.created': [],
  'post.saved': [],
  'post.change-discarded': [],
  'post.review-changed': [],
  'post.preview-link-created': [],
  'post.preview-links-revoked': [],
  'post.published': changed,
  'post.scheduled': changed,
  'post.updated': changed,
  'post.unpublished': changed,
  'post.trashed': changed,
  'post.restored': changed,
  'post.tagged': changed,
  'post.untagged': changed,
  'post.deleted': ['post:p1', 'list', 'site', ...tidesPage, 'tag:t1', 'author:u1'],
  'post.cover-attached': ['post:p1', 'list'],
  'tag.renamed': [
    'menu',
    'tag:t1',
    'list',
    'post:p1',
    'address:/tag/vessels',
    ...shipsPage,
    'address:boats',
    'address:/tag/boats',
  ],
  'tag.merged': ['menu', 'tag:t1', 'list', 'post:p1', 'tag:t2', 'post:p2', 'address:/tag/tubs', ...shipsPage],
  'tag.described': ['tag:t1'],
  'tag.deleted': ['menu', 'tag:t1', 'list', ...shipsPage],
  'slot.changed': ['slots'],
  'campaign.changed': [],
  'redirects.changed': ['address:/old-post'],
  'media.uploaded': [],
  'media.described': ['list', 'post:p1', 'post:p2'],
  'media.deleted': ['site'],
  'media.restored': ['site'],
  'user.created': [],
  'user.invited': [],
  'user.role-changed': ['author:u1'],
  'comment.removed-with-reason': [],
  'comment.appealed': [],
  'comment.appeal-decided': [],
  'user.banned': [],
  'user.comments-hidden': [],
  'user.comments-shown-again': [],
  'user.comments-restricted': [],
  'user.comments-unrestricted': [],
  'user.unbanned': [],
  'user.signed-out': [],
  'user.password-changed': [],
  'user.passkey-added': [],
  'user.passkey-removed': [],
  'user.passkey-refused': [],
  'user.profile-changed': ['author:u1', 'list', 'post:p1', 'comments:p2'],
  'user.comments-claimed': ['site', 'list'],
  'user.deletion-scheduled': [],
  'user.deletion-cancelled': [],
  'user.deleted': ['site', 'list'],
  'site.set-up': ['site'],
  'settings.changed': ['site', 'list', 'slots'],
  'site-menu.changed': ['menu'],
  'site.moved': ['slots', 'comments:p1'],
  'site.seeded': ['site', 'list', 'menu', 'tag:t1', 'author:u1'],
  'site.replaced': ['site', 'list', 'menu', 'slots'],
  'posts.rerendered': ['list', 'post:p1', 'post:p2'],
  'comments.rerendered': ['comments:p1'],
  'import.started': [],
  'import.posts-written': ['post:p1', ...tidesPage, 'address:/2019/tides'],
  'import.post-updated': ['post:p1'],
  'import.addresses-redirected': ['address:/?p=1'],
  'import.written': ['site', 'list', 'menu', 'tag:t1', 'author:u1'],
  'import.finished': [],
  'import.post-reverted': ['post:p1'],
  'import.comments-reverted': ['comments:p1', 'post:p1'],
  'import.posts-removed': ['post:p1', ...tidesPage],
  'import.rest-removed': [
    'tag:t1',
    ...shipsPage,
    'author:u1',
    'address:keeper',
    'address:/author/keeper',
    'address:/old',
  ],
  'import.undone': ['site', 'list', 'menu'],
  'posts.came-due': ['list'],
  'menu.changed': ['menu'],
  'comments.counted': ['count:p1', 'conversations'],
  'likes.changed': ['likes:p1'],
  'likes.counted': ['like-counts:p1'],
};

test.each(eventTypes)('%s makes exactly these tags stale', (type) => {
  expect(tagsFor(sampleEvents[type])).toEqual(expected[type]);
});

test('lists a tag of several events once', () => {
  const { 'comment.published': published, 'thread.locked': locked } = sampleEvents;
  expect(tagsFor(published, locked, published)).toEqual(['comments:p1', 'post:p1']);
});

test('an image that no post shows, and a user who has written nothing, do not affect lists', () => {
  expect(tagsFor({ ...sampleEvents['media.described'], postIds: [] })).toEqual([]);
  const appearances = { postIds: [], threadPostIds: [] };
  expect(tagsFor({ ...sampleEvents['user.profile-changed'], appearances })).toEqual(['author:u1']);
});
