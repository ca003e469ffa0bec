'use client';

import { useLayoutEffect, useRef, useState, type ComponentProps, type MouseEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { AnswerToViewer } from '@/lib/comments/viewer-state';
import type { Action } from '@/components/ui/action-errors';
import { paths } from '@/lib/web/reader-paths';
import type { Label, ThreadWords } from './comment-words';
import { PostedText } from './posted-text';
import { isPlainClick, within } from './within';
import { useAdded } from './use-added';
import type { DeleteInPlace } from './delete-in-place';
import type { EditInPlace } from './edit-in-place';

/** What changes a comment where it stands. */
export type OwnActions = { edit: Action; remove: Action; restore: Action };

type Own = NonNullable<AnswerToViewer['viewer']>['own'][number];

type Props = { postId: string; slug: string; own: readonly Own[]; actions: OwnActions; words: ThreadWords };

/** What people can do with their comments of a page, beside each, and those that await approval. */
export function OwnComments({ postId, slug, own, actions, words }: Props) {
  const [said, setSaid] = useState('');
  const { atEnd, areAdded } = useAdded(own);
  return (
    <>
      <div ref={atEnd} />
      <p className="hidden-visually" role="status">
        {said}
      </p>
      {own.map((comment) =>
        comment.pending ? (
          <PendingComment key={comment.id} {...{ postId, slug, comment, words }} />
        ) : (
          areAdded && <OwnComment key={comment.id} {...{ postId, slug, actions, comment, words }} say={setSaid} />
        ),
      )}
    </>
  );
}

type OwnCommentProps = {
  postId: string;
  slug: string;
  comment: Own;
  actions: OwnActions;
  words: ThreadWords;
  say: (sentence: string) => void;
};

/** With the script of the form, and what it starts from. */
type Opened =
  | { Form: typeof EditInPlace; body: string; opener: RefObject<HTMLElement | null> }
  | { Question: typeof DeleteInPlace; opener: RefObject<HTMLElement | null> };

function OwnComment({ postId, slug, comment, actions, words, say }: OwnCommentProps) {
  const { id, parentId, canEdit, shown } = comment;
  const [opened, setOpened] = useState<Opened | null>(null);
  const edit = useRef<HTMLAnchorElement>(null);
  const remove = useRef<HTMLAnchorElement>(null);
  const address = paths.comment(slug, id);
  useLayoutEffect(() => removeReport(id), [id]);

  const close = (sentence = '') => {
    // The comment is shown again at once: what is hidden takes no focus.
    flushSync(() => setOpened(null));
    opened?.opener.current?.focus();
    say(sentence);
  };

  // Where that fails, the link leads to the page that does the same.
  const openBy = (load: () => Promise<Opened>) => async (event: MouseEvent<HTMLAnchorElement>) => {
    if (!isPlainClick(event.nativeEvent)) return;
    event.preventDefault();
    const { href } = event.currentTarget;
    say('');
    await load().then(setOpened, () => location.assign(href));
  };
  const openEdit = openBy(async () => {
    const [{ EditInPlace: Form }, body] = await Promise.all([import('./edit-in-place'), readOwnText(id)]);
    return { Form, body, opener: edit };
  });
  const openDelete = openBy(async () => {
    const { DeleteInPlace: Question } = await import('./delete-in-place');
    return { Question, opener: remove };
  });

  const links = (
    <>
      {canEdit && <OwnLink href={`${address}#edit`} ref={edit} onClick={openEdit} label={words.edit} />}
      <OwnLink href={`${address}#delete`} ref={remove} onClick={openDelete} label={words.delete} />
    </>
  );
  const form =
    opened &&
    ('Form' in opened ? (
      <opened.Form action={actions.edit} body={opened.body} {...{ id, postId }} words={words.editing} onClose={close} />
    ) : (
      <opened.Question actions={actions} id={id} words={words.deleting} say={say} onClose={close} />
    ));
  return (
    <>
      {shown && <PostedText postId={postId} parentId={parentId ?? ''} body={shown.body} />}
      {within(`[data-own="${id}"]`, links)}
      {form && within(`[data-place="${id}"]`, form)}
    </>
  );
}

function OwnLink({ label: { label, hidden }, ...link }: ComponentProps<'a'> & { label: Label }) {
  return (
    <a {...link}>
      <span>{label}</span>
      <span className="hidden-visually">{hidden}</span>
    </a>
  );
}

type PendingProps = { postId: string; slug: string; comment: Own; words: ThreadWords };

function PendingComment({ postId, slug, comment: { id, parentId, pending }, words }: PendingProps) {
  const note = (
    <article className="comment comment--pending">
      <PostedText postId={postId} parentId={parentId ?? ''} body={pending?.body ?? ''} />
      <p className="comment__pending">
        <span>{words.awaiting}</span>
        <a href={paths.comment(slug, id)}>{words.permalink}</a>
      </p>
      <div className="comment__body" dir="auto" dangerouslySetInnerHTML={{ __html: pending?.bodyHtml ?? '' }} />
    </article>
  );
  return (parentId && within(`[data-place="${parentId}"]`, note)) || note;
}

/** Nobody reports their own comment; the page is the same for everybody. */
function removeReport(id: string) {
  document.querySelector(`#comment-${id} > .comment__actions > a[href="${paths.reportComment(id)}"]`)?.remove();
}

async function readOwnText(id: string) {
  const answer = await fetch(paths.ownText(id));
  if (!answer.ok) throw new Error('This comment cannot be edited.');
  const { body } = (await answer.json()) as { body: string };
  return body;
}
