'use client';

import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { AnswerToViewer } from '@/lib/comments/viewer-state';
import type { Action } from '@/components/ui/action-errors';
import { useFormAction } from '@/components/ui/use-form-action';
import { paths } from '@/lib/web/paths';
import { navigate } from './navigate';

type Viewer = NonNullable<AnswerToViewer['viewer']>;
export type StaffActions = { pin: Action; pick: Action };

type Props = { slug: string; viewer: Viewer; actions: StaffActions };

/** What staff can do with the comments of a page, beside each. */
export function StaffTools({ slug, viewer, actions }: Props) {
  const own = new Set(viewer.own.map(({ id }) => id));
  return placesOfComments().map((place) =>
    createPortal(
      <Tools slug={slug} actions={actions} place={place} viewer={viewer} isOwn={own.has(place.id)} />,
      place.element,
      `staff-${place.id}`,
    ),
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

type ToolsProps = { slug: string; actions: StaffActions; place: Place; viewer: Viewer; isOwn: boolean };

function Tools({ slug, actions, place, viewer: { canModerate, canPick }, isOwn }: ToolsProps) {
  const { id, name, isReply, isPinned, isPicked } = place;
  return (
    <>
      {canModerate && !isOwn && <a href={`${paths.comment(slug, id)}#moderate`}>Moderate</a>}
      {canModerate && (!isReply || isPinned) && (
        <Toggle action={actions.pin} id={id} name={name} intent={isPinned ? 'unpin' : 'pin'} />
      )}
      {canPick && !isOwn && <Toggle action={actions.pick} id={id} name={name} intent={isPicked ? 'unpick' : 'pick'} />}
    </>
  );
}

const labels = { pin: 'Pin', unpin: 'Unpin', pick: 'Mark as author’s pick', unpick: 'Unmark as author’s pick' };

type ToggleProps = { action: Action; id: string; name: string; intent: keyof typeof labels };

function Toggle({ action, id, name, intent }: ToggleProps) {
  const [state, send] = useFormAction(action);
  useEffect(() => {
    if (state.status === 'done') void navigate(`${location.pathname}${location.search}#comment-${id}`);
  }, [state, id]);
  return (
    <form action={send}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="intent" value={intent} />
      <button className="comment__like">
        <span>{labels[intent]}</span>
        <span className="hidden-visually">{` the comment by ${name}`}</span>
      </button>
      {state.status === 'refused' && <span role="alert">{state.message}</span>}
    </form>
  );
}
