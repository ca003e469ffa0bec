'use client';

import {
  useActionState,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  useTransition,
  type Ref,
  type RefObject,
  type SubmitEvent,
} from 'react';
import { FormNotice } from '@/components/ui/form-notice';
import { LosslessTextarea } from '@/components/ui/lossless-textarea';
import { unanswered, type Action } from '@/components/ui/action-errors';
import { idle, type FormState } from '@/lib/forms/form-state';
import type { CommentWords } from './comment-words';
import { Honeypot } from './honeypot';
import { navigate } from './navigate';
import { WriterFields, type PasskeyActions } from './writer-fields';
import { clearSentText, clearStoredText, storeText, onStoredText, readStoredText, sentText } from './stored-text';

type Props = {
  action: Action;
  /** Answers with `previewHtml` among the values. */
  preview: Action;
  words: CommentWords;
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
export function CommentForm({ action, preview, words, postId, answering, onClose, ...more }: Props) {
  const parentId = answering?.id ?? '';
  // Without JavaScript a refusal is at the form, not at the top of the article.
  const at = answering ? '#reply' : '#post-comment';
  const [posted, plainAction] = useActionState(action, idle, at);
  const [previewed, plainPreview] = useActionState(preview, idle, at);
  const plainState = previewed.status === 'idle' ? posted : previewed;
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

  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending) return;
    const form = event.currentTarget;
    const isPreview = event.nativeEvent.submitter?.dataset.preview !== undefined;
    const data = new FormData(form);
    const text = field.current?.value ?? '';
    startSending(async () => {
      const answer = await (isPreview ? preview : action)(idle, data).catch((error: unknown) => unanswered(error));
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
      <SubmissionNotice state={state} view={words.view} />
      <Preview html={state.values.previewHtml} />
      <HiddenFields {...{ id, postId, parentId, givenKey, words, honeypot }} idempotencyKey={key} />
      <BodyField
        {...{ id, field, state, postId, parentId, answering, words }}
        initial={plainState.values.body ?? more.initial?.body}
        isInPlace={onClose !== undefined}
        onRestore={(text) => restoreTo(field.current, { postId, parentId, text })}
      />
      <p className="check">
        <input type="checkbox" id={`${id}-follow`} name="follow" value="yes" defaultChecked={!!state.values.follow} />
        <label htmlFor={`${id}-follow`}>{answering ? words.followReplies : words.followPost}</label>
      </p>
      <WriterFields
        {...{ id, state, words }}
        initial={more.initial}
        asksWriter={more.asksWriter}
        passkeys={more.passkeys}
      />
      <FormActions
        preview={plainPreview}
        isSending={isSending}
        label={answering ? words.postReply : words.post}
        words={words}
        onClose={onClose}
      />
    </form>
  );
}

type HiddenProps = {
  id: string;
  words: CommentWords;
  postId: string;
  parentId: string;
  givenKey: string;
  idempotencyKey: RefObject<HTMLInputElement | null>;
  honeypot: RefObject<HTMLInputElement | null>;
};

function HiddenFields({ id, words, postId, parentId, givenKey, idempotencyKey, honeypot }: HiddenProps) {
  return (
    <>
      <input type="hidden" name="postId" value={postId} />
      <input type="hidden" name="parentId" value={parentId} />
      <input type="hidden" name="idempotencyKey" ref={idempotencyKey} defaultValue={givenKey} />
      <Honeypot id={`${id}-honeypot`} label={words.honeypot} input={honeypot} />
    </>
  );
}

type BodyProps = Omit<UnsentCommentProps, 'label'> & {
  id: string;
  field: Ref<HTMLTextAreaElement>;
  state: FormState;
  answering: Props['answering'];
  words: CommentWords;
  initial: string | undefined;
  /** Opened below a comment by the page’s script. */
  isInPlace: boolean;
};

function BodyField({ id, field, state, postId, parentId, answering, words, initial, isInPlace, onRestore }: BodyProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{answering ? <ReplyLabel name={answering.name} words={words} /> : words.comment}</label>
      <LosslessTextarea
        className="textarea"
        id={id}
        name="body"
        ref={field}
        dir="auto"
        required
        defaultValue={initial ?? ''}
        aria-describedby={`${id}-hint`}
        {...(state.fields.body ? { 'aria-invalid': true } : {})}
        onChange={(event) => storeText(postId, parentId, { text: event.currentTarget.value, sent: false })}
      />
      <UnsentComment {...{ postId, parentId }} label={words.restore} onRestore={onRestore} />
      <MarkdownHint id={`${id}-hint`} isInPlace={isInPlace} words={words} />
    </div>
  );
}

function MarkdownHint({ id, isInPlace, words }: { id: string; isInPlace: boolean; words: CommentWords }) {
  return (
    <p className="field__hint" id={id}>
      {isInPlace ? `${words.markdown} ${words.quoting}` : words.markdown}
    </p>
  );
}

/** The HTML is the server’s (lib/comments/rendering). */
function Preview({ html }: { html: string | undefined }) {
  if (!html) return null;
  return <div className="comment__body comment-form__preview" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}

type FormActionsProps = {
  preview: (form: FormData) => void;
  isSending: boolean;
  label: string;
  words: CommentWords;
  onClose: (() => void) | undefined;
};

function FormActions({ preview, isSending, label, words, onClose }: FormActionsProps) {
  return (
    <>
      <div className="comment-form__actions">
        <button className="button button--primary" aria-disabled={isSending}>
          {isSending ? words.sending : label}
        </button>
        <button className="button" formAction={preview} data-preview="" aria-disabled={isSending}>
          {words.preview}
        </button>
        {onClose && (
          <button className="button button--quiet" type="button" onClick={onClose}>
            {words.cancel}
          </button>
        )}
      </div>
    </>
  );
}

function SubmissionNotice({ state, view }: { state: FormState; view: string }) {
  return (
    <>
      <FormNotice state={state} />
      {state.fields.duplicate && (
        <p className="notice">
          <a href={state.fields.duplicate}>{view}</a>
        </p>
      )}
    </>
  );
}

function ReplyLabel({ name, words }: { name: string; words: CommentWords }) {
  return (
    <>
      <span>{words.replyTo.before}</span>
      <bdi>{name}</bdi>
      <span>{words.replyTo.after}</span>
    </>
  );
}

type UnsentCommentProps = { postId: string; parentId: string; label: string; onRestore: (text: string) => void };

/** Offers to restore an unsent comment. */
function UnsentComment({ postId, parentId, label, onRestore }: UnsentCommentProps) {
  const unsent = useSyncExternalStore(
    onStoredText,
    () => sentText(postId, parentId),
    () => '',
  );
  if (!unsent) return null;
  return (
    <button className="comment-form__unsent" type="button" onClick={() => onRestore(unsent)}>
      {label}
    </button>
  );
}

type Restored = { postId: string; parentId: string; text: string };

function restoreTo(field: HTMLTextAreaElement | null, { postId, parentId, text }: Restored) {
  if (field) field.value = text;
  storeText(postId, parentId, { text, sent: false });
}

function freshKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
