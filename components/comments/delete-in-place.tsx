'use client';

import { useEffect, useRef, useState, useTransition } from 'react';
import { unanswered, type Action } from '@/components/ui/action-errors';
import { FormNotice } from '@/components/ui/form-notice';
import { idle, type FormState } from '@/lib/forms/form-state';
import type { DeleteWords } from './comment-words';
import { useReplaced } from './shown-comment';
import { useEscape } from './use-escape';

type Props = {
  actions: { remove: Action; restore: Action };
  id: string;
  words: DeleteWords;
  say: (sentence: string) => void;
  onClose: (sentence?: string) => void;
};

/** Asks whether a comment is to be deleted; once it is, offers to undo that. */
export function DeleteInPlace({ actions, id, words, say, onClose }: Props) {
  const [isDeleted, setDeleted] = useState(false);
  const { state, isSending, send } = useSending(id);

  if (isDeleted) {
    const undo = () => send(actions.restore, () => onClose(words.isBack));
    return <Deleted {...{ id, state, isSending, words, undo }} />;
  }
  const remove = () =>
    send(actions.remove, () => {
      setDeleted(true);
      say(words.wasDeleted);
    });
  return <Question {...{ id, state, isSending, words, remove }} onClose={onClose} />;
}

type Asked = { id: string; words: DeleteWords; state: FormState; isSending: boolean };

function Question({
  id,
  words,
  state,
  isSending,
  remove,
  onClose,
}: Asked & { remove: () => void; onClose: () => void }) {
  const group = useRef<HTMLDivElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  useEscape(group, onClose);
  useEffect(() => cancel.current?.focus(), []);
  return (
    <div ref={group} className="notice" role="group" aria-labelledby={`asked-${id}`} aria-describedby={`kept-${id}`}>
      <FormNotice state={state} />
      <p id={`asked-${id}`}>
        <strong>{words.question}</strong>
      </p>
      <p id={`kept-${id}`}>{words.kept}</p>
      <div className="comment-form__actions">
        <button className="button button--danger" type="button" aria-disabled={isSending} onClick={remove}>
          {isSending ? words.deleting : words.delete}
        </button>
        <button className="button button--quiet" type="button" ref={cancel} onClick={() => onClose()}>
          {words.cancel}
        </button>
      </div>
    </div>
  );
}

function Deleted({ id, words, state, isSending, undo }: Asked & { undo: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useReplaced(id, 'all');
  useEffect(() => button.current?.focus(), []);
  return (
    <>
      <FormNotice state={state} />
      <div className="comment-form__actions">
        <p className="comment__pending">{words.deleted}</p>
        <button className="button" type="button" ref={button} aria-disabled={isSending} onClick={undo}>
          {words.undo}
        </button>
      </div>
    </>
  );
}

/** Sends an action about a comment; a refusal is the state until the next. */
function useSending(id: string) {
  const [state, setState] = useState<FormState>(idle);
  const [isSending, startSending] = useTransition();
  const send = (action: Action, onDone: () => void) => {
    if (isSending) return;
    const data = new FormData();
    data.set('id', id);
    startSending(async () => {
      const answer = await action(idle, data).catch((error: unknown) => unanswered(error));
      setState(answer.status === 'done' ? idle : answer);
      if (answer.status === 'done') onDone();
    });
  };
  return { state, isSending, send };
}
