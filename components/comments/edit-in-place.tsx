'use client';

import { useEffect, useRef, useState, useTransition, type SubmitEvent } from 'react';
import { unanswered, type Action } from '@/components/ui/action-errors';
import { FormNotice } from '@/components/ui/form-notice';
import { idle, type FormState } from '@/lib/forms/form-state';
import type { EditWords } from './comment-words';
import { EditField } from './edit-form';
import { navigate } from './navigate';
import { showAnew, useReplaced } from './shown-comment';
import { clearStoredText, readStoredText, storeText } from './stored-text';
import { useEscape } from './use-escape';

type Props = {
  action: Action;
  id: string;
  postId: string;
  words: EditWords;
  /** As it is published. */
  body: string;
  /** With what is to be announced. */
  onClose: (sentence?: string) => void;
};

/** Edits a comment where it stands. What is typed is stored in the browser until it is saved. */
export function EditInPlace({ action, id, postId, words, body, onClose }: Props) {
  const storedAs = `edit-${id}`;
  const [initial] = useState(() => readStoredText(postId, storedAs)?.text ?? body);
  const [isRestored, setRestored] = useState(initial !== body);
  const [state, setState] = useState<FormState>(idle);
  const [isSending, startSending] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useReplaced(id, 'text');
  useEscape(form, onClose);

  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(initial.length, initial.length);
  }, [initial]);

  const store = (text: string) => {
    if (text === body) clearStoredText(postId, storedAs);
    else storeText(postId, storedAs, { text, sent: false });
  };

  function startAnew() {
    if (field.current) field.current.value = body;
    store(body);
    setRestored(false);
    field.current?.focus();
  }

  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending) return;
    const data = new FormData(event.currentTarget);
    startSending(async () => {
      const answer = await action(idle, data).catch((error: unknown) => unanswered(error));
      if (answer.status !== 'done') return setState(answer);
      clearStoredText(postId, storedAs);
      // It awaits approval again: its own page says so.
      if (!answer.values.html) return navigate(answer.redirectTo ?? location.href);
      showAnew(id, answer.values.html);
      onClose(answer.message);
    });
  }

  return (
    <form className="comment-form" ref={form} onSubmit={send}>
      <FormNotice state={state} />
      <input type="hidden" name="id" value={id} />
      <EditField id={`edit-${id}`} ref={field} initial={initial} state={state} words={words} onTyped={store} />
      {isRestored && (
        <p className="comment__pending">
          <span>{words.typedBefore}</span>
          <button className="comment-form__unsent" type="button" onClick={startAnew}>
            {words.startAnew}
          </button>
        </p>
      )}
      <div className="comment-form__actions">
        <button className="button button--primary" aria-disabled={isSending}>
          {isSending ? words.saving : words.save}
        </button>
        <button className="button button--quiet" type="button" onClick={() => onClose()}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
