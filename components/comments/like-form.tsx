'use client';

import { useActionState, useRef, useState, type FormEvent } from 'react';
import { createPortal } from 'react-dom';
import { FormNotice } from '@/components/ui/form-notice';
import { unanswered, type Action } from '@/components/ui/action-errors';
import { idle, type FormState } from '@/lib/forms/form-state';
import { isLiked, LIKE_FORM, likesOf, showLike } from './like-buttons';
import { navigate } from './navigate';

/** The form of all "Like" buttons of a thread, which are static; answers in place where there is a script. */
export function LikeForm({ action }: { action: Action }) {
  const [plainState, plainAction] = useActionState(action, idle, `#${LIKE_FORM}`);
  const [refusal, setRefusal] = useState<{ place: Element; state: FormState } | null>(null);
  const [said, setSaid] = useState('');
  const sending = useRef(new Set<string>());

  function send(event: FormEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent : { submitter: null };
    if (!(submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    if (sending.current.has(submitter.value)) return;
    sending.current.add(submitter.value);
    const data = new FormData(event.currentTarget, submitter);
    void press(submitter, data).finally(() => sending.current.delete(submitter.value));
  }

  async function press(button: HTMLButtonElement, data: FormData) {
    const before = { isLiked: isLiked(button), likes: likesOf(button) };
    const wanted = { isLiked: !before.isLiked, likes: Math.max(0, before.likes + (before.isLiked ? -1 : 1)) };
    setRefusal(null);
    showLike(button, wanted);
    const answer = await action(idle, data).catch((error: unknown) => unanswered(error));
    if (answer.redirectTo) return navigate(answer.redirectTo);
    if (answer.status === 'refused') {
      showLike(button, before);
      const place = document.querySelector(`[data-place="${button.value}"]`);
      return setRefusal(place && { place, state: answer });
    }
    const likes = Number(answer.values.likes ?? wanted.likes);
    showLike(button, { ...wanted, likes });
    setSaid(`${wanted.isLiked ? 'You like this comment.' : 'You no longer like this comment.'} ${likesInWords(likes)}`);
  }

  return (
    <>
      <form id={LIKE_FORM} className="like-form" action={plainAction} onSubmit={send}>
        <FormNotice state={plainState} />
      </form>
      <p className="hidden-visually" role="status">
        {said}
      </p>
      {refusal && <RefusalAt {...refusal} />}
    </>
  );
}

function RefusalAt({ place, state }: { place: Element; state: FormState }) {
  return createPortal(<FormNotice state={state} />, place);
}

function likesInWords(likes: number) {
  if (likes === 0) return '';
  return likes === 1 ? '1 like.' : `${likes} likes.`;
}
