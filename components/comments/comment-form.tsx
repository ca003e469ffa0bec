'use client';

import {
  useActionState,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  useTransition,
  type FormEvent,
  type Ref,
} from 'react';
import { FormNotice } from '@/components/ui/form-notice';
import { LosslessTextarea } from '@/components/ui/lossless-textarea';
import { unanswered, type Action } from '@/components/ui/action-errors';
import { idle, type FormState } from '@/lib/forms/form-state';
import { HONEYPOT_FIELD } from '@/lib/forms/honeypot-name';
import { navigate } from './navigate';
import { WriterFields, type PasskeyActions } from './writer-fields';
import { clearSentText, clearStoredText, storeText, onStoredText, readStoredText, sentText } from './stored-text';

type Props = {
  action: Action;
  postId: string;
  answering?: { id: string; name: string };
  /** Set by private pages; on cached pages the script creates one. */
  idempotencyKey?: string;
  onClose?: () => void;
  /** Whether those without an account give a name and an e-mail address. */
  asksWriter?: boolean;
  /** Offered below the field for the e-mail address. */
  passkeys?: PasskeyActions;
  /** What was written before, when a link has expired. */
  initial?: { name: string; email: string; body: string };
};

/** The comment form; works with and without JavaScript. */
export function CommentForm({ action, postId, answering, onClose, ...more }: Props) {
  const parentId = answering?.id ?? '';
  // Without JavaScript a refusal is at the form, not at the top of the article.
  const [plainState, plainAction] = useActionState(action, idle, answering ? '#reply' : '#post-comment');
  const [scriptState, setScriptState] = useState<FormState | null>(null);
  const [isSending, startSending] = useTransition();
  const field = useRef<HTMLTextAreaElement>(null);
  const key = useRef<HTMLInputElement>(null);
  const honeypot = useRef<HTMLInputElement>(null);
  const state = scriptState ?? plainState;
  const givenKey = plainState.values.idempotencyKey ?? more.idempotencyKey ?? '';
  const id = `comment-body-${parentId || 'new'}`;

  useEffect(() => {
    if (key.current && !key.current.value) key.current.value = freshKey();
    const stored = readStoredText(postId, parentId);
    if (!stored || !field.current || field.current.value) return;
    if (!stored.sent) field.current.value = stored.text;
    else if (location.hash.startsWith('#comment-')) clearSentText(postId);
  }, [postId, parentId]);

  function restore(text: string) {
    if (field.current) field.current.value = text;
    storeText(postId, parentId, { text, sent: false });
  }

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending) return;
    const form = event.currentTarget;
    const data = new FormData(form);
    const text = field.current?.value ?? '';
    startSending(async () => {
      const answer = await action(idle, data).catch((error: unknown) => unanswered(error));
      if (!answer.redirectTo) {
        // A value filled in by the browser would be sent again.
        if (honeypot.current) honeypot.current.value = '';
        return setScriptState(answer);
      }
      if (answer.redirectTo.includes('#comment-')) clearStoredText(postId, parentId);
      else storeText(postId, parentId, { text, sent: true });
      // Browsers restore the fields of a reloaded page.
      form.reset();
      if (field.current) field.current.value = '';
      if (key.current) key.current.value = freshKey();
      // Prevents sending again before the next page has loaded.
      await navigate(answer.redirectTo);
    });
  }

  return (
    <form className="comment-form" action={plainAction} onSubmit={send} id={answering ? 'reply' : 'post-comment'}>
      <SubmissionNotice state={state} />
      <input type="hidden" name="postId" value={postId} />
      <input type="hidden" name="parentId" value={parentId} />
      <input type="hidden" name="idempotencyKey" ref={key} defaultValue={givenKey} />
      <Honeypot id={`${id}-honeypot`} input={honeypot} />
      <div className="field">
        <label htmlFor={id}>{answering ? <ReplyLabel name={answering.name} /> : 'Your comment'}</label>
        <LosslessTextarea
          className="textarea"
          id={id}
          name="body"
          ref={field}
          dir="auto"
          required
          defaultValue={plainState.values.body ?? more.initial?.body ?? ''}
          aria-describedby={`${id}-hint`}
          {...(state.fields.body ? { 'aria-invalid': true } : {})}
          onChange={(event) => storeText(postId, parentId, { text: event.currentTarget.value, sent: false })}
        />
        <UnsentComment {...{ postId, parentId }} onRestore={restore} />
        <MarkdownHint id={`${id}-hint`} />
      </div>
      <WriterFields {...{ id, state }} initial={more.initial} asksWriter={more.asksWriter} passkeys={more.passkeys} />
      <FormActions isSending={isSending} label={answering ? 'Post reply' : 'Post comment'} onClose={onClose} />
    </form>
  );
}

function MarkdownHint({ id }: { id: string }) {
  return (
    <p className="field__hint" id={id}>
      You can use Markdown: *emphasis*, **strong**, `code`, &gt; quote, and links.
    </p>
  );
}

type FormActionsProps = { isSending: boolean; label: string; onClose: (() => void) | undefined };

function FormActions({ isSending, label, onClose }: FormActionsProps) {
  return (
    <>
      <div className="comment-form__actions">
        <button className="button button--primary" aria-disabled={isSending}>
          {isSending ? 'Sending…' : label}
        </button>
        {onClose && (
          <button className="button button--quiet" type="button" onClick={onClose}>
            Cancel
          </button>
        )}
      </div>
    </>
  );
}

function SubmissionNotice({ state }: { state: FormState }) {
  return (
    <>
      <FormNotice state={state} />
      {state.fields.duplicate && (
        <p className="notice">
          <a href={state.fields.duplicate}>View your comment</a>
        </p>
      )}
    </>
  );
}

function ReplyLabel({ name }: { name: string }) {
  return (
    <>
      Your reply to <bdi>{name}</bdi>
    </>
  );
}

function Honeypot({ id, input }: { id: string; input: Ref<HTMLInputElement> }) {
  return (
    <div className="comment-form__honeypot" aria-hidden="true">
      <label htmlFor={id}>Leave this empty</label>
      <input id={id} name={HONEYPOT_FIELD} ref={input} tabIndex={-1} autoComplete={HONEYPOT_FIELD} />
    </div>
  );
}

type UnsentCommentProps = { postId: string; parentId: string; onRestore: (text: string) => void };

/** Offers to restore an unsent comment. */
function UnsentComment({ postId, parentId, onRestore }: UnsentCommentProps) {
  const unsent = useSyncExternalStore(
    onStoredText,
    () => sentText(postId, parentId),
    () => '',
  );
  if (!unsent) return null;
  return (
    <button className="comment-form__unsent" type="button" onClick={() => onRestore(unsent)}>
      Restore your unsent comment
    </button>
  );
}

function freshKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
