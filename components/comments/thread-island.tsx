'use client';

import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Action } from '@/components/ui/action-errors';
import type { AnswerToViewer } from '@/lib/comments/viewer-state';
import { paths } from '@/lib/web/reader-paths';
import { CommentForm } from './comment-form';
import type { CommentWords, ThreadWords } from './comment-words';
import { MentionOffers } from './mention-offers';
import { addQuote, quoteBeside } from './quoting';
import type { OwnActions } from './own-comments';
import type { StaffActions } from './staff-tools';
import type { PasskeyActions } from './writer-fields';
import { useOldAnchor } from './use-old-anchor';
import { isPlainClick, within } from './within';

const MutedComments = lazy(async () => ({ default: (await import('./muted-comments')).MutedComments }));
const OwnComments = lazy(async () => ({ default: (await import('./own-comments')).OwnComments }));
const StaffTools = lazy(async () => ({ default: (await import('./staff-tools')).StaffTools }));
const SelectionTool = lazy(async () => ({
  default: (await import('@/components/corrections/selection-tool')).SelectionTool,
}));

type Props = {
  action: Action;
  preview: Action;
  words: CommentWords & ThreadWords;
  postId: string;
  slug: string;
  isPaged: boolean;
  asksWriter: boolean;
  passkeys: PasskeyActions;
  own: OwnActions;
  staff: StaffActions;
};

/** Adds reply forms, and for signed-in users their pending comments and actions. Needs the hint cookie. */
export function ThreadIsland({
  action,
  preview,
  words,
  postId,
  slug,
  isPaged,
  asksWriter,
  passkeys,
  own,
  staff,
}: Props) {
  useOldAnchor(slug, isPaged);
  const answering = useAnswering(postId);
  const isSelecting = useIsSelecting();
  const viewer = useViewer(postId);
  const marker = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    marker.current?.closest('section')?.toggleAttribute('data-signed-in', viewer !== null);
  }, [viewer]);

  return (
    <>
      <span ref={marker} hidden />
      <MentionOffers postId={postId} />
      <Suspense>{isSelecting && <SelectionTool postId={postId} />}</Suspense>
      {viewer && (
        <Suspense>
          {viewer.muted.length > 0 && <MutedComments ids={viewer.muted} label={words.muted} />}
          {viewer.staff && <StaffTools {...{ postId, slug, viewer, staff }} />}
          {viewer.own.length > 0 && <OwnComments {...{ postId, slug, words }} actions={own} own={viewer.own} />}
        </Suspense>
      )}
      {answering.target &&
        within(
          `[data-place="${answering.target.id}"]`,
          <CommentForm
            {...{ action, preview, words, postId, asksWriter, passkeys }}
            answering={answering.target}
            onClose={answering.close}
          />,
          `answer-${answering.target.id}`,
        )}
    </>
  );
}

/** What staff can do with a post that has no comments. */
export function StaffIsland({ postId, slug, staff }: Pick<Props, 'postId' | 'slug' | 'staff'>) {
  const viewer = useViewer(postId);
  return <Suspense>{viewer?.staff && <StaffTools {...{ postId, slug, viewer, staff }} />}</Suspense>;
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
      if (!link || !isPlainClick(event)) return;
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

/** The reader of a post, as far as it changes what they see; null before that is known, and for signed-out readers. */
function useViewer(postId: string) {
  const [viewer, setViewer] = useState<AnswerToViewer['viewer']>(null);
  useEffect(() => {
    if (!/(?:^|; )signed-in=/.test(document.cookie)) return;
    const asking = new AbortController();
    fetch(paths.myComments(postId), { signal: asking.signal })
      .then((answer) => answer.json() as Promise<Partial<AnswerToViewer>>)
      .then(({ viewer: known = null }) => setViewer(known))
      .catch(() => {});
    return () => asking.abort();
  }, [postId]);
  return viewer;
}
