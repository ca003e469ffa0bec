'use client';

import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { EditLink } from '@/components/posts/edit-link';
import type { AnswerToViewer, StaffWords } from '@/lib/comments/viewer-state';
import type { Action } from '@/components/ui/action-errors';
import { useFormAction } from '@/components/ui/use-form-action';
import { paths } from '@/lib/web/reader-paths';
import { navigate } from './navigate';

type Viewer = NonNullable<AnswerToViewer['viewer']>;
export type StaffActions = { pin: Action; pick: Action };

type Props = { postId: string; slug: string; viewer: Viewer; staff: StaffActions };

/** What staff can do with a post and its comments, beside each. */
export function StaffTools({ postId, slug, viewer, staff: actions }: Props) {
  const words = viewer.staff;
  if (!words) return null;
  const own = new Set(viewer.own.map(({ id }) => id));
  return (
    <>
      {viewer.canPick && <EditLink postId={postId} words={words} />}
      {placesOfComments().map((place) =>
        createPortal(
          <Tools {...{ slug, actions, place, viewer, words }} isOwn={own.has(place.id)} />,
          place.element,
          `staff-${place.id}`,
        ),
      )}
    </>
  );
}

type Place = ReturnType<typeof placesOfComments>[number];

function placesOfComments() {
  return Array.from(document.querySelectorAll<HTMLElement>('[data-own]'), (element) => ({
    element,
    id: element.dataset.own ?? '',
    name: element.closest('.comment')?.querySelector('.comment__author bdi')?.textContent ?? '',
    isReply: element.closest('.thread .thread') !== null,
    isPinned: 'pinned' in element.dataset,
    isPicked: 'picked' in element.dataset,
  }));
}

type ToolsProps = {
  slug: string;
  actions: StaffActions;
  place: Place;
  viewer: Viewer;
  words: StaffWords;
  isOwn: boolean;
};

function Tools({ slug, actions, place, viewer: { canModerate, canPick }, words, isOwn }: ToolsProps) {
  const { id, name, isReply, isPinned, isPicked } = place;
  return (
    <>
      {canModerate && !isOwn && (
        <a href={`${paths.comment(slug, id)}#moderate`} lang={words.language}>
          {words.moderate}
        </a>
      )}
      {canModerate && (!isReply || isPinned) && (
        <Toggle action={actions.pin} {...{ id, name, words }} intent={isPinned ? 'unpin' : 'pin'} />
      )}
      {canPick && !isOwn && (
        <Toggle action={actions.pick} {...{ id, name, words }} intent={isPicked ? 'unpick' : 'pick'} />
      )}
    </>
  );
}

type ToggleProps = {
  action: Action;
  id: string;
  name: string;
  words: StaffWords;
  intent: 'pin' | 'unpin' | 'pick' | 'unpick';
};

function Toggle({ action, id, name, words, intent }: ToggleProps) {
  const [state, send] = useFormAction(action);
  useEffect(() => {
    if (state.status === 'done') void navigate(`${location.pathname}${location.search}#comment-${id}`);
  }, [state, id]);
  return (
    <form action={send}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="intent" value={intent} />
      <button className="comment__like" lang={words.language}>
        <span>{words[intent]}</span>
        <span className="hidden-visually">{words.ofComment.replace('{name}', () => name)}</span>
      </button>
      {state.status === 'refused' && <span role="alert">{state.message}</span>}
    </form>
  );
}
