'use client';

import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { AnswerToViewer } from '@/lib/comments/viewer-state';
import type { Action } from '@/components/ui/action-errors';
import { paths } from '@/lib/web/paths';
import { CommentForm } from './comment-form';
import { addQuote, quoteBeside } from './quoting';
import { PostedText } from './posted-text';
import type { StaffActions } from './staff-tools';
import type { PasskeyActions } from './writer-fields';
import { useOldAnchor } from './use-old-anchor';

const MutedComments = lazy(async () => ({ default: (await import('./muted-comments')).MutedComments }));
const StaffTools = lazy(async () => ({ default: (await import('./staff-tools')).StaffTools }));
const SelectionTool = lazy(async () => ({
  default: (await import('@/components/corrections/selection-tool')).SelectionTool,
}));

type Props = {
  action: Action;
  preview: Action;
  postId: string;
  slug: string;
  isPaged: boolean;
  asksWriter: boolean;
  passkeys: PasskeyActions;
  staff: StaffActions;
};

/** Adds reply forms, and for signed-in users their pending comments and actions. Needs the hint cookie. */
export function ThreadIsland({ action, preview, postId, slug, isPaged, asksWriter, passkeys, staff }: Props) {
  useOldAnchor(slug, isPaged);
  const answering = useAnswering(postId);
  const isSelecting = useIsSelecting();
  const viewer = useViewer(postId);
  const marker = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    marker.current?.closest('section')?.toggleAttribute('data-signed-in', viewer !== null);
  }, [viewer]);

  const pending = viewer?.own.filter((comment) => comment.pending ?? comment.shown) ?? [];
  return (
    <>
      <span ref={marker} hidden />
      <Suspense>{isSelecting && <SelectionTool postId={postId} />}</Suspense>
      <Suspense>{viewer && viewer.muted.length > 0 && <MutedComments ids={viewer.muted} />}</Suspense>
      <Suspense>
        {(viewer?.canModerate || viewer?.canPick) && <StaffTools {...{ slug, viewer, actions: staff }} />}
      </Suspense>
      {viewer?.own
        .filter((comment) => !comment.pending && !comment.shown)
        .map(({ id, canEdit }) =>
          within(`[data-own="${id}"]`, <OwnCommentActions {...{ id, slug, canEdit }} />, `own-${id}`),
        )}
      {pending.map((comment) => {
        const Note = comment.shown ? ShownComment : PendingComment;
        const note = <Note key={comment.id} {...{ postId, slug, comment }} />;
        return (
          (comment.parentId && within(`[data-place="${comment.parentId}"]`, note, `pending-${comment.id}`)) || note
        );
      })}
      {answering.target &&
        within(
          `[data-place="${answering.target.id}"]`,
          <CommentForm
            {...{ action, preview, postId, asksWriter, passkeys }}
            answering={answering.target}
            onClose={answering.close}
          />,
          `answer-${answering.target.id}`,
        )}
    </>
  );
}

/** Renders into an element left empty by the static page. */
function within(selector: string, content: React.ReactNode, key: string) {
  const place = document.querySelector(selector);
  return place && createPortal(content, place, key);
}

function OwnCommentActions({ id, slug, canEdit }: { id: string; slug: string; canEdit: boolean }) {
  const address = paths.comment(slug, id);
  return (
    <>
      {canEdit && (
        <a href={`${address}#edit`}>
          Edit<span className="hidden-visually"> your comment</span>
        </a>
      )}
      <a href={`${address}#delete`}>
        Delete<span className="hidden-visually"> your comment</span>
      </a>
    </>
  );
}

type Own = NonNullable<AnswerToViewer['viewer']>['own'][number];
type PendingCommentProps = { postId: string; slug: string; comment: Own };

/** A comment that the thread does not have, as it would stand there. */
function ShownComment({ postId, slug, comment: { id, parentId, canEdit, shown } }: PendingCommentProps) {
  return (
    <article className="comment" id={`comment-${id}`} tabIndex={-1}>
      <PostedText postId={postId} parentId={parentId ?? ''} body={shown?.body ?? ''} />
      <div dangerouslySetInnerHTML={{ __html: shown?.html ?? '' }} />
      <p className="comment__actions">
        <OwnCommentActions {...{ id, slug, canEdit }} />
      </p>
    </article>
  );
}

function PendingComment({ postId, slug, comment }: PendingCommentProps) {
  return (
    <article className="comment comment--pending">
      <PostedText postId={postId} parentId={comment.parentId ?? ''} body={comment.pending?.body ?? ''} />
      <p className="comment__pending">
        Your comment is awaiting approval. Only you and the moderators can see it.{' '}
        <a href={paths.comment(slug, comment.id)}>Permalink</a>
      </p>
      <div className="comment__body" dir="auto" dangerouslySetInnerHTML={{ __html: comment.pending?.bodyHtml ?? '' }} />
    </article>
  );
}

/** Whether a reader has selected words, where the article takes corrections. */
function useIsSelecting() {
  const [isSelecting, setSelecting] = useState(false);
  useEffect(() => {
    if (!document.querySelector('[data-correct]')) return;
    const look = () => setSelecting((has) => has || document.getSelection()?.isCollapsed === false);
    look();
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);
  return isSelecting;
}

/** "Reply" opens the form in place instead of the comment's page. */
function useAnswering(postId: string) {
  const [target, setTarget] = useState<{ id: string; name: string } | null>(null);
  useEffect(() => {
    // Pressing a button of the mouse takes the selection away.
    let selected = '';
    const look = ({ target: pressed }: Event) => {
      selected = pressed instanceof Element ? quoteBeside(pressed) : '';
    };
    const open = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-answer]') : null;
      if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      const { answer: id = '', name = '' } = link.dataset;
      addQuote(postId, id, quoteBeside(link) || selected);
      setTarget({ id, name });
    };
    document.addEventListener('pointerdown', look);
    document.addEventListener('click', open);
    return () => {
      document.removeEventListener('pointerdown', look);
      document.removeEventListener('click', open);
    };
  }, [postId]);
  useEffect(() => {
    if (target) document.getElementById(`comment-body-${target.id}`)?.focus();
  }, [target]);
  const close = () => {
    const opener = target && document.querySelector<HTMLElement>(`a[data-answer="${target.id}"]`);
    setTarget(null);
    opener?.focus();
  };
  return { target, close };
}

function useViewer(postId: string) {
  const [viewer, setViewer] = useState<AnswerToViewer['viewer']>(null);
  useEffect(() => {
    if (!/(?:^|; )signed-in=/.test(document.cookie)) return;
    const asking = new AbortController();
    fetch(paths.myComments(postId), { signal: asking.signal })
      .then((answer) => (answer.ok ? (answer.json() as Promise<AnswerToViewer>) : null))
      .then((answer) => setViewer(answer?.viewer ?? null))
      .catch(() => {});
    return () => asking.abort();
  }, [postId]);
  return viewer;
}
