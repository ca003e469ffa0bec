'use client';

import { useCallback, useState } from 'react';
import { MAX_INDENT } from '@/lib/comments/thread';
import type { AnswerToViewer } from '@/lib/comments/viewer-state';

type Own = NonNullable<AnswerToViewer['viewer']>['own'][number];

/**
 * Adds the viewer's comments that the page of everybody does not have, each where it would stand: instead of its tombstone,
 * below the comment that it replies to, among the conversations or, before the first of them, in the element `atEnd`. Tells
 * when they are there.
 */
export function useAdded(own: readonly Own[]) {
  const [areAdded, setAdded] = useState(false);
  const atEnd = useCallback(
    (end: HTMLElement | null) => {
      // The newest is first, and a reply is newer than what it replies to.
      const removals = own
        .toReversed()
        .flatMap(({ id, parentId, shown }) => (shown && end ? [add({ id, html: shown.html }, { parentId, end })] : []));
      setAdded(true);
      // The browser looked for it before it was there.
      if (own.some(({ id, shown }) => shown && location.hash === `#comment-${id}`)) location.replace(location.hash);
      return () => removals.forEach((remove) => remove());
    },
    [own],
  );
  return { atEnd, areAdded };
}

type Place = { parentId: string | null; end: HTMLElement };

function add({ id, html }: { id: string; html: string }, { parentId, end }: Place) {
  const article = document.createElement('article');
  article.className = 'comment';
  article.id = `comment-${id}`;
  article.tabIndex = -1;
  article.innerHTML = html;
  // Nobody likes their own comment.
  for (const button of article.querySelectorAll<HTMLButtonElement>('.comment__like')) button.disabled = true;
  const tombstone = document.getElementById(article.id);
  if (tombstone) {
    tombstone.replaceWith(article);
    return () => article.replaceWith(tombstone);
  }
  const item = document.createElement('li');
  item.append(article);
  if (parentId) return addReply(item, parentId);
  addConversation(item, end);
  return () => item.remove();
}

/** Replies stand oldest first; on a page without what it replies to, a reply does not stand either. */
function addReply(item: HTMLElement, parentId: string) {
  const parent = document.getElementById(`comment-${parentId}`)?.closest('li');
  if (!parent) return () => {};
  const isFlat = depthOf(parent) >= MAX_INDENT;
  const list = isFlat ? parent.parentElement! : (parent.querySelector(':scope > ol') ?? newList(parent));
  const later = [...list.children].find((sibling) => momentOf(sibling) > momentOf(item));
  list.insertBefore(item, later ?? null);
  return () => (list.childElementCount === 1 && !isFlat ? list.remove() : item.remove());
}

function addConversation(item: HTMLElement, end: HTMLElement) {
  const isNewestFirst = document.querySelector('.thread-orders li:nth-child(2) [aria-current]') !== null;
  const conversations = [...document.querySelectorAll('.thread > li:not(.thread .thread > li, .pinned li)')];
  const isBehind = (sibling: Element) => momentOf(sibling) > momentOf(item) !== isNewestFirst;
  const next = conversations.find(isBehind);
  if (next) next.before(item);
  else if (conversations.length > 0) conversations.at(-1)!.after(item);
  else newList(end).append(item);
}

function newList(place: Element) {
  const list = document.createElement('ol');
  list.className = 'thread';
  place.append(list);
  return list;
}

function depthOf(item: Element) {
  let depth = 0;
  for (let above = item.parentElement?.closest('li'); above; above = above.parentElement?.closest('li')) depth += 1;
  return depth;
}

function momentOf(item: Element) {
  return Date.parse(item.querySelector('time')?.dateTime ?? '');
}
