import { addressTags, cacheTags } from '@/lib/caching/cache-tags';
import { paths } from '@/lib/web/paths';
import {
  lookUp,
  type Addressed,
  type Appearances,
  type DomainEvent,
  type EventTable,
  type PostCacheFields,
  type TagUses,
} from './event';

type ChangedPost = { before: PostCacheFields; after: PostCacheFields };

const { site, slots, list, menu, conversations, post, comments, count, tag, series, author, address } = cacheTags;
const nothing = () => [];
const thread = ({ postId }: { postId: string }) => [comments(postId)];
const wholeThread = ({ postId }: { postId: string }) => [comments(postId), post(postId)];
const changedPost = ({ before, after }: ChangedPost) => [...aroundPost(before), ...aroundPost(after)];
const onePost = ({ postId }: { postId: string }) => [post(postId)];

const table: EventTable<string[]> = {
  'comment.published': thread,
  'comment.hidden': thread,
  'comment.pending': nothing,
  'comment.updated': thread,
  'comment.moderated': ({ changes }) => changes.map(({ postId }) => comments(postId)),
  'comment.edited': thread,
  'comment.highlighted': thread,
  'comment.reported': nothing,
  'comment.reports-decided': nothing,
  'moderation-rules.changed': () => [cacheTags.moderationRules],
  'spam-model.changed': () => [cacheTags.spamModel],
  'correction.decided': thread,
  'note.written': nothing,
  'note.settled': nothing,
  'comment.mentions-added': nothing,
  'comment.versions-removed': nothing,
  'comment.removed-with-reason': nothing,
  'comment.appealed': nothing,
  'comment.appeal-decided': nothing,
  'thread.locked': wholeThread,
  'thread.unlocked': wholeThread,
  'replies.locked': wholeThread,
  'replies.unlocked': wholeThread,
  'likes.changed': ({ postIds }) => postIds.map(cacheTags.likes),

  'post.created': nothing,
  'post.saved': nothing,
  'post.change-discarded': nothing,
  'post.review-changed': nothing,
  'post.preview-link-created': nothing,
  'post.preview-links-revoked': nothing,
  'post.published': changedPost,
  'post.scheduled': changedPost,
  'post.updated': changedPost,
  'post.unpublished': changedPost,
  'post.trashed': changedPost,
  'post.restored': changedPost,
  'post.tagged': changedPost,
  'post.untagged': changedPost,
  'post.deleted': ({ before }) => aroundPost(before),
  'posts.readdressed': ({ posts }) => [
    site,
    list,
    ...posts.flatMap(({ id, slugBefore, slug }) => [...postPage({ id, slug: slugBefore }), ...postPage({ id, slug })]),
  ],
  'pages.moved': ({ pages }) => [
    site,
    ...pages.flatMap(({ id, slugBefore, slug }) => [...postPage({ id, slug: slugBefore }), ...postPage({ id, slug })]),
  ],
  'post.cover-attached': ({ postId }) => [post(postId), list],

  'tag.renamed': ({ tagId, slugBefore, uses }) => [
    menu,
    ...aroundTag(tagId, uses),
    ...tagPage(slugBefore),
    ...tagPage(uses.slug),
  ],
  'tag.merged': ({ tagId, uses, into }) => [
    menu,
    ...aroundTag(tagId, uses),
    ...aroundTag(into.id, into.uses),
    ...tagPage(uses.slug),
  ],
  'tag.restored': ({ tagId, uses, into }) => [
    menu,
    ...aroundTag(tagId, uses),
    ...(into ? aroundTag(into.id, into.uses) : []),
    ...tagPage(uses.slug),
  ],
  'tag.described': ({ tagId }) => [tag(tagId)],
  'tag.deleted': ({ tagId, uses }) => [menu, ...aroundTag(tagId, uses), ...tagPage(uses.slug)],

  'series.changed': ({ seriesId, change, slugs, leftAddresses }) => [
    series(seriesId),
    ...(change === 'described' || change === 'ordered' ? [] : [menu, list]),
    ...slugs.flatMap((slug) => addressTags(slug, paths.series(slug))),
    ...leftAddresses.map(address),
  ],

  'slot.changed': () => [slots],
  'campaign.changed': nothing,

  'redirects.changed': ({ from }) => from.map(address),

  'media.uploaded': nothing,
  'media.described': ofImage,
  'media.framed': ofImage,
  'media.deleted': ofSite,
  'media.restored': ofSite,
  'file.uploaded': nothing,
  'file.renamed': nothing,
  'file.deleted': nothing,
  'file.restored': nothing,

  'user.created': nothing,
  'user.invited': nothing,
  'user.role-changed': ({ userId }) => [author(userId)],
  'user.banned': nothing,
  'user.unbanned': nothing,
  'user.comments-restricted': nothing,
  'user.comments-unrestricted': nothing,
  'user.comments-hidden': nothing,
  'user.comments-shown-again': nothing,
  'user.signed-out': nothing,
  'user.password-changed': nothing,
  'user.passkey-added': nothing,
  'user.passkey-removed': nothing,
  'user.passkey-refused': nothing,
  'user.profile-changed': ({ userId, appearances }) => tagsAroundUser(userId, appearances),
  'user.removed': ({ userId }) => [author(userId)],
  'user.email-changed': nothing,
  'user.edited': ({ userId, slugs, leftAddresses, appearances }) => [
    ...tagsAroundUser(userId, appearances),
    ...slugs.flatMap(authorPage),
    ...leftAddresses.map(address),
  ],
  'user.posts-moved': ({ userId, into, slug, leftAddresses, postIds }) => [
    ...(postIds ? [author(userId), author(into.id), list, ...postIds.map(post)] : [site, list]),
    ...authorPage(slug),
    ...leftAddresses.map(address),
  ],
  'user.comments-claimed': ({ userId, appearances }) => tagsAroundUser(userId, appearances),
  'user.deletion-scheduled': nothing,
  'user.deletion-cancelled': nothing,
  'user.deleted': ({ userId, appearances }) => tagsAroundUser(userId, appearances),

  'site.set-up': () => [site],
  'settings.changed': () => [site, list, slots],
  'site-menu.changed': () => [menu],
  'site-code.changed': () => [site],
  'site.exported': nothing,
  'site.moved': ({ threadPostIds }) => [slots, ...threadPostIds.map(comments)],
  'site.seeded': ({ tagIds, authorIds }) => everyPage(tagIds, authorIds),
  'site.replaced': () => [site, list, menu, slots],
  // Lists show the first words of a post.
  'posts.rerendered': ({ postIds }) => (postIds.length > 0 ? [list, ...postIds.map(post)] : []),
  'comments.rerendered': ({ postIds }) => postIds.map(comments),

  'import.started': nothing,
  'import.posts-written': ({ posts, redirectedFrom }) => [...posts.flatMap(postPage), ...redirectedFrom.map(address)],
  'import.post-updated': onePost,
  'import.addresses-redirected': ({ redirectedFrom }) => redirectedFrom.map(address),
  'import.written': ({ tagIds, authorIds }) => everyPage(tagIds, authorIds),
  'import.finished': nothing,
  'import.post-reverted': onePost,
  'import.comments-reverted': wholeThread,
  'import.posts-removed': ({ posts }) => posts.flatMap(postPage),
  'import.rest-removed': ({ tags, authors, redirectedFrom }) => [
    ...tags.flatMap(({ id, slug }) => [tag(id), ...tagPage(slug)]),
    ...authors.flatMap(({ id, slug }) => [author(id), ...authorPage(slug)]),
    ...redirectedFrom.map(address),
  ],
  'import.undone': () => [site, list, menu],

  'posts.came-due': () => [list],
  'menu.changed': () => [menu],
  'comments.counted': ({ postIds }) => [...postIds.map(count), conversations],
  'likes.counted': ({ postIds }) => postIds.map(cacheTags.likeCounts),
};

/** The cache tags that events make stale, without duplicates. */
export function tagsFor(...events: DomainEvent[]): string[] {
  return [...new Set(events.flatMap((event) => lookUp(table, event)))];
}

function ofImage({ postIds, isOfSite }: { postIds: string[]; isOfSite: boolean }) {
  return [...(postIds.length > 0 ? [list, ...postIds.map(post)] : []), ...ofSite({ isOfSite })];
}

function ofSite({ isOfSite }: { isOfSite: boolean }) {
  return isOfSite ? [site] : [];
}

function aroundPost({ id, type, slug, tagIds, seriesId, authorIds, neighbourIds }: PostCacheFields) {
  return [
    post(id),
    list,
    ...(type === 'page' ? [site] : []),
    ...addressTags(slug, paths.post(slug)),
    ...tagIds.map(tag),
    ...(seriesId ? [series(seriesId)] : []),
    ...authorIds.map(author),
    ...neighbourIds.map(post),
  ];
}

function postPage({ id, slug }: Addressed) {
  return [post(id), ...addressTags(slug, paths.post(slug))];
}

function aroundTag(id: string, { postIds, leftAddresses }: TagUses) {
  return [tag(id), list, ...postIds.map(post), ...leftAddresses.map(address)];
}

function authorPage(slug: string) {
  return addressTags(slug, paths.author(slug));
}

function tagPage(slug: string) {
  return addressTags(slug, paths.tag(slug));
}

function tagsAroundUser(id: string, appearances: Appearances) {
  if (!appearances) return [site, list];
  const { postIds, threadPostIds } = appearances;
  return [author(id), ...(postIds.length > 0 ? [list] : []), ...postIds.map(post), ...threadPostIds.map(comments)];
}

function everyPage(tagIds: string[], authorIds: string[]) {
  return [site, list, menu, ...tagIds.map(tag), ...authorIds.map(author)];
}
