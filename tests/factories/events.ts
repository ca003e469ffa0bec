import type { EventOf, EventType, PostCacheFields, TagUses } from '@/lib/events/event';

const facts = (more: Partial<PostCacheFields> = {}): PostCacheFields => ({
  id: 'p1',
  type: 'post',
  slug: 'tides',
  tagIds: ['t1'],
  authorIds: ['u1'],
  neighbourIds: ['older', 'newer'],
  ...more,
});
const uses = (slug: string, more: Partial<TagUses> = {}): TagUses => ({
  slug,
  postIds: [],
  leftAddresses: [],
  ...more,
});

const actorId = 'u9';
const postId = 'p1';
const comments = [{ id: 'c1', authorId: 'u1', parentId: null, parentAuthorId: null }];
const thread = { actorId, postId, comments };
const change = { actorId, title: 'Tides', before: facts(), after: facts({ slug: 'ebb', tagIds: ['t2'] }) };
const publication = { ...change, publishAt: '2026-11-27T12:00:00.000Z' };

/** One event of each kind. */
export const sampleEvents: { [Type in EventType]: EventOf<Type> } = {
  'comment.published': { type: 'comment.published', origin: 'site', ...thread },
  'comment.hidden': { type: 'comment.hidden', ...thread },
  'comment.pending': { type: 'comment.pending', ...thread },
  'comment.updated': { type: 'comment.updated', ...thread },
  'comment.moderated': {
    type: 'comment.moderated',
    actorId,
    action: 'approve',
    batch: 'b1',
    changes: [
      { commentId: 'c1', postId: 'p1', from: 'pending', to: 'approved' },
      { commentId: 'c2', postId: 'p2', from: 'spam', to: 'approved' },
    ],
  },
  'thread.locked': { type: 'thread.locked', actorId, postId, reason: 'All has been said.' },
  'thread.unlocked': { type: 'thread.unlocked', actorId, postId },
  'post.created': { type: 'post.created', actorId, postId, postType: 'post' },
  'post.saved': { type: 'post.saved', actorId, postId, kind: 'save' },
  'post.change-discarded': { type: 'post.change-discarded', actorId, postId },
  'post.preview-link-created': { type: 'post.preview-link-created', actorId, postId },
  'post.preview-links-revoked': { type: 'post.preview-links-revoked', actorId, postId, count: 2 },
  'post.published': { type: 'post.published', ...publication },
  'post.scheduled': { type: 'post.scheduled', ...publication },
  'post.updated': { type: 'post.updated', ...publication },
  'post.unpublished': { type: 'post.unpublished', ...change },
  'post.trashed': { type: 'post.trashed', ...change },
  'post.restored': { type: 'post.restored', ...change },
  'post.tagged': { type: 'post.tagged', tag: 'Boats', ...change },
  'post.untagged': { type: 'post.untagged', tag: 'Boats', ...change },
  'post.deleted': { type: 'post.deleted', actorId, title: 'About', before: facts({ type: 'page', neighbourIds: [] }) },
  'post.cover-attached': { type: 'post.cover-attached', actorId: null, postId },
  'tag.renamed': {
    type: 'tag.renamed',
    actorId,
    tagId: 't1',
    nameBefore: 'Ships',
    name: 'Boats',
    slugBefore: 'ships',
    uses: uses('boats', { postIds: ['p1'], leftAddresses: ['/tag/vessels'] }),
  },
  'tag.merged': {
    type: 'tag.merged',
    actorId,
    tagId: 't1',
    name: 'Ships',
    uses: uses('ships', { postIds: ['p1'] }),
    into: { id: 't2', name: 'Boats', uses: uses('boats', { postIds: ['p2'], leftAddresses: ['/tag/tubs'] }) },
  },
  'tag.described': { type: 'tag.described', actorId, tagId: 't1' },
  'tag.deleted': { type: 'tag.deleted', actorId, tagId: 't1', name: 'Ships', uses: uses('ships') },
  'slot.changed': { type: 'slot.changed', actorId, slotId: 's1', change: 'saved', details: { from: 'v1', to: 'v2' } },
  'campaign.changed': { type: 'campaign.changed', actorId, campaignId: 'c1', change: 'saved' },
  'media.uploaded': { type: 'media.uploaded', actorId, mediaId: 'm1', fileName: 'gull.jpg' },
  'media.described': { type: 'media.described', actorId, mediaId: 'm1', postIds: ['p1', 'p2'] },
  'media.deleted': { type: 'media.deleted', actorId, mediaId: 'm1' },
  'media.restored': { type: 'media.restored', actorId, mediaId: 'm1' },
  'user.created': { type: 'user.created', actorId: null, userId: 'u1', role: 'editor' },
  'user.invited': { type: 'user.invited', actorId, userId: 'u1', role: 'author' },
  'user.role-changed': { type: 'user.role-changed', actorId, userId: 'u1', from: 'reader', to: 'author' },
  'user.banned': { type: 'user.banned', actorId, userId: 'u1', reason: 'Insults.', until: '' },
  'user.unbanned': { type: 'user.unbanned', actorId, userId: 'u1' },
  'user.signed-out': { type: 'user.signed-out', actorId, userId: 'u1' },
  'user.password-changed': { type: 'user.password-changed', actorId: 'u1', userId: 'u1', how: 'by-hand' },
  'user.profile-changed': {
    type: 'user.profile-changed',
    actorId: 'u1',
    userId: 'u1',
    appearances: { postIds: ['p1'], threadPostIds: ['p2'] },
  },
  'user.deleted': { type: 'user.deleted', actorId: 'u1', userId: 'u1', appearances: null },
  'site.set-up': { type: 'site.set-up', actorId },
  'settings.changed': { type: 'settings.changed', actorId, names: ['siteName', 'robots'] },
  'site.moved': { type: 'site.moved', actorId: null, threadPostIds: ['p1'] },
  'site.seeded': { type: 'site.seeded', actorId: null, tagIds: ['t1'], authorIds: ['u1'] },
  'site.replaced': { type: 'site.replaced', actorId: null },
  'posts.rerendered': { type: 'posts.rerendered', actorId: null, postIds: ['p1', 'p2'] },
  'comments.rerendered': { type: 'comments.rerendered', actorId: null, postIds: ['p1'] },
  'import.started': { type: 'import.started', actorId, batchId: 'i1', fileName: 'export.xml', isDryRun: false },
  'import.posts-written': {
    type: 'import.posts-written',
    actorId: null,
    posts: [{ id: 'p1', slug: 'tides' }],
    redirectedFrom: ['/2019/tides'],
  },
  'import.post-updated': { type: 'import.post-updated', actorId: null, postId },
  'import.addresses-redirected': { type: 'import.addresses-redirected', actorId: null, redirectedFrom: ['/?p=1'] },
  'import.written': { type: 'import.written', actorId: null, tagIds: ['t1'], authorIds: ['u1'] },
  'import.finished': { type: 'import.finished', actorId, batchId: 'i1', source: 'wordpress:https://old.example' },
  'import.post-reverted': { type: 'import.post-reverted', actorId: null, postId },
  'import.comments-reverted': { type: 'import.comments-reverted', actorId: null, postId },
  'import.posts-removed': { type: 'import.posts-removed', actorId: null, posts: [{ id: 'p1', slug: 'tides' }] },
  'import.rest-removed': {
    type: 'import.rest-removed',
    actorId: null,
    tags: [{ id: 't1', slug: 'ships' }],
    authors: [{ id: 'u1', slug: 'keeper' }],
    redirectedFrom: ['/old'],
  },
  'import.undone': { type: 'import.undone', actorId, batchId: 'i1' },
  'posts.came-due': { type: 'posts.came-due', actorId: null },
  'menu.changed': { type: 'menu.changed', actorId: null },
  'comments.counted': { type: 'comments.counted', actorId: null, postIds: ['p1'] },
};

export const eventTypes = Object.keys(sampleEvents) as EventType[];
