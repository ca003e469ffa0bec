import { LIKE_FORM } from '@/components/toggles/like-form-id';
import { translatorOf, type Translator } from '@/lib/i18n/translator';
import { hasEarlierVersions, type ThreadComment } from '@/lib/comments/comment';
import { lockOver, type LockedReplies } from '@/lib/comments/locked-replies';
import type { ThreadNode } from '@/lib/comments/thread';
import { formatMoment, isoWithOffset, type DateStyle } from '@/lib/time/dates';
import { cleaned, markup, type Markup } from '@/lib/html/markup';
import { avatarSvg, isPicture } from '@/lib/users/avatar';
import { paths } from '@/lib/web/reader-paths';

export type ThreadStyle = {
  slug: string;
  dates: DateStyle;
  canAnswer: boolean;
  canLike?: boolean;
  canReport?: boolean;
  locks?: readonly LockedReplies[];
};

const tombstones = {
  waiting: 'comment.awaiting',
  'removed-by-author': 'comment.removedByAuthor',
  'removed-by-moderator': 'comment.removedByModerator',
} as const;

/** A comment and its replies as a list item. */
export function conversationMarkup(node: ThreadNode, style: ThreadStyle): Markup {
  const answers = node.answers.map((answer) => conversationMarkup(answer, style));
  return markup`<li>${commentMarkup(node, style)}${answers.length > 0 && markup`<ol class="thread">${answers}</ol>`}${moreMarkup(node, style)}</li>`;
}

// Nobody sees the page of a removed comment, so that of the first reply leads to its place in the thread.
function moreMarkup({ comment, answers, more }: ThreadNode, { slug, dates }: ThreadStyle) {
  if (!more) return markup``;
  const reply = answers.find((answer) => answer.comment.state === 'shown');
  const isShown = comment.state === 'shown';
  const href = isShown ? paths.comment(slug, comment.id) : paths.commentInThread(slug, reply?.comment.id ?? '');
  return markup`<p class="comment__more"><a href="${href}" rel="nofollow">${translatorOf(dates.language)('comment.more', { count: more })}</a></p>`;
}

/** A pinned comment above its thread; its anchor is where it stands there, `isHere` on the same page. */
export function pinnedMarkup(comment: ThreadComment, style: ThreadStyle, isHere: boolean): Markup {
  const { id } = comment;
  const href = isHere ? `#comment-${id}` : paths.commentInThread(style.slug, id);
  return markup`<li><article class="comment" data-copy="${id}">${headMarkup(comment, style)}${bodyMarkup(comment)}<p class="comment__actions"><a href="${href}" rel="nofollow">${translatorOf(style.dates.language)('comment.viewInThread')}</a></p></article></li>`;
}

export function singleCommentMarkup(comment: ThreadComment, style: ThreadStyle): Markup {
  return markup`${headMarkup(comment, style)}${bodyMarkup(comment)}`;
}

/** What stands in the element of a comment that a script adds to its thread. */
export function addedCommentMarkup(comment: ThreadComment, style: ThreadStyle): Markup {
  return markup`${headMarkup(comment, style)}${bodyMarkup(comment)}${actionsMarkup(comment, style)}`;
}

// A comment or its tombstone. The island fills the empty elements.
function commentMarkup(node: ThreadNode, style: ThreadStyle) {
  const { comment, isRepeated } = node;
  const { oldId } = comment;
  const oldAnchor = oldId !== null && !isRepeated ? markup`<span id="comment-${oldId}"></span>` : markup``;
  const anchor = !isRepeated && markup` id="comment-${comment.id}" tabindex="-1"`;
  if (comment.state !== 'shown') {
    return markup`<article class="comment comment--removed"${anchor}>${oldAnchor}<p>${translatorOf(style.dates.language)(tombstones[comment.state])}</p>${lockMarkup(comment, style)}</article>`;
  }
  return markup`<article class="comment${isRepeated && ' comment--repeated'}"${anchor}>${[
    oldAnchor,
    headMarkup(comment, style),
    answeredMarkup(node, style),
    bodyMarkup(comment),
    isRepeated ? markup`` : actionsMarkup(comment, style),
  ]}</article>`;
}

function headMarkup(comment: ThreadComment, { slug, dates }: ThreadStyle) {
  const { author, createdAt, editedAt, correction, id } = comment;
  const moment = new Date(createdAt);
  const t = translatorOf(dates.language);
  const role =
    author.role && author.role !== 'reader' && (author.role === 'author' ? 'comment.author' : 'comment.staff');
  return markup`<header class="comment__header">${avatarMarkup(author.avatarSeed)}<h3 class="comment__author">${labelled(t.parts('comment.by', { name: nameMarkup(author) }))}</h3>${
    role && badge(t(role))
  }${comment.isPinned && badge(t('comment.pinned'))}${comment.isPicked && badge(t('comment.picked'))}<a class="comment__time" href="${paths.comment(slug, id)}" rel="nofollow"><time datetime="${isoWithOffset(moment, dates.timeZone)}">${formatMoment(moment, dates)}</time></a>${
    editedAt !== null && editedMarkup(comment, { slug, t })
  }${correction && correctionMarkup(correction, { slug, t })}</header>`;
}

function badge(label: string) {
  return markup`<span class="comment__role">${label}</span>`;
}

type Written = { slug: string; t: Translator };

function editedMarkup(comment: ThreadComment, { slug, t }: Written) {
  const label = t(comment.isEditedByModerator ? 'comment.editedByModerator' : 'comment.edited');
  if (!hasEarlierVersions(comment)) return markup`<span class="comment__edited">${label}</span>`;
  return markup`<a class="comment__edited" href="${paths.commentHistory(slug, comment.id)}" rel="nofollow">${label}</a>`;
}

function correctionMarkup({ id, outcome }: NonNullable<ThreadComment['correction']>, { slug, t }: Written) {
  if (outcome !== 'accepted') {
    const label = outcome === 'declined' ? 'comment.declined' : 'comment.suggestion';
    return markup`<span class="comment__edited">${t(label)}</span>`;
  }
  return markup`<a class="comment__edited" href="${paths.post(slug)}#correction-${id}">${t('comment.accepted')}</a>`;
}

// Only imported comments have an author URL.
function nameMarkup({ name, slug, url }: ThreadComment['author']) {
  const label = markup`<bdi>${name}</bdi>`;
  if (slug) return markup`<a href="${paths.profile(slug)}" rel="nofollow">${label}</a>`;
  return url ? markup`<a href="${url}" rel="ugc nofollow noopener">${label}</a>` : label;
}

// Matches components/users/avatar.tsx.
function avatarMarkup(seed: string) {
  if (isPicture(seed)) {
    return markup`<img class="avatar" src="${paths.upload(seed)}" width="32" height="32" alt="" loading="lazy">`;
  }
  const { ink, path } = avatarSvg(seed);
  return markup`<svg class="avatar avatar--${ink}" viewBox="-1 -1 10 10" width="32" height="32" aria-hidden="true"><path d="${path}"></path></svg>`;
}

// Shown where indentation ends. Comments repeated from an earlier page have no anchor here.
function answeredMarkup({ answering }: ThreadNode, { slug, dates }: ThreadStyle) {
  if (!answering) return markup``;
  const t = translatorOf(dates.language);
  const { id, name, isRepeated } = answering;
  const label = markup`<bdi>${name || t('comment.removedOne')}</bdi>`;
  const href = isRepeated ? name && paths.comment(slug, id) : `#comment-${id}`;
  const link = href ? markup`<a href="${href}"${isRepeated && markup` rel="nofollow"`}>${label}</a>` : label;
  return markup`<p class="comment__reply-to"><span aria-hidden="true">↳ </span>${t.parts('comment.replyingTo', { name: link })}</p>`;
}

// HTML from lib/comments/rendering.
function bodyMarkup({ bodyHtml }: ThreadComment) {
  return markup`<div class="comment__body" dir="auto">${cleaned(bodyHtml)}</div>`;
}

function actionsMarkup(
  comment: ThreadComment,
  { slug, dates, canAnswer, canLike, canReport = false, locks = [] }: ThreadStyle,
) {
  const t = translatorOf(dates.language);
  const { id, author, isPinned, isPicked } = comment;
  const reply =
    canAnswer &&
    !lockOver(locks, comment.path) &&
    markup`<a href="${paths.comment(slug, id)}?reply#reply" rel="nofollow" data-answer="${id}" data-name="${author.name}">${t.parts('comment.reply', { name: author.name }, { hidden })}</a>`;
  const report =
    canReport &&
    markup`<a href="${paths.reportComment(id)}" rel="nofollow">${t.parts('comment.report', { name: author.name }, { hidden })}</a>`;
  return markup`<p class="comment__actions">${canLike ? likeMarkup(comment, t) : likesMarkup(comment, t)}${reply}${report}<span data-own="${id}"${isPinned && markup` data-pinned`}${isPicked && markup` data-picked`}></span></p>${lockMarkup(comment, { locks, dates })}<div data-place="${id}"></div>`;
}

// Once, at the comment that is locked: nothing below it has a link to reply.
function lockMarkup({ id, path }: ThreadComment, { locks = [], dates }: Pick<ThreadStyle, 'locks' | 'dates'>) {
  const lock = lockOver(locks, path);
  if (lock?.id !== id) return markup``;
  return markup`<p class="comment__reply-to"><span>${translatorOf(dates.language)('comment.repliesLocked')}</span><bdi>${lock.reason}</bdi></p>`;
}

// A button of the form beside it (components/toggles). What the viewer likes is added by a script.
function likeMarkup({ id, author, likes }: ThreadComment, t: Translator) {
  return markup`<button class="comment__like" form="${LIKE_FORM}" name="like" value="${id}">${t.parts('comment.like', { name: author.name }, { hidden, label })}<span class="toggle__count">${likes || ''}</span></button>`;
}

function likesMarkup({ likes }: ThreadComment, t: Translator) {
  return likes ? markup`<span class="comment__like">${t('comment.likes', { count: likes })}</span>` : markup``;
}

/** A sentence around a name: its own words are for screen readers alone. */
function labelled(parts: readonly (string | Markup)[]) {
  return parts.map((part) => (typeof part === 'string' ? hidden(part) : part));
}

function hidden(text: string) {
  return markup`<span class="hidden-visually">${text}</span>`;
}

function label(text: string) {
  return markup`<span>${text}</span>`;
}
