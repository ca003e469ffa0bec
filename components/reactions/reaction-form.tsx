'use client';

import { useActionState, useEffect, useRef, useState, type FormEvent } from 'react';
import { navigate } from '@/components/comments/navigate';
import { FormNotice } from '@/components/ui/form-notice';
import { unanswered, type Action } from '@/components/ui/action-errors';
import { idle, type FormState } from '@/lib/forms/form-state';
import type { ReactionsForViewer } from '@/lib/reactions/queries';
import { reactionKinds, reactionNames, type ReactionCounts, type ReactionKind } from '@/lib/reactions/reaction';
import { paths } from '@/lib/web/paths';

type Props = {
  action: Action;
  postId: string;
  kinds: ReactionKind[];
  counts: ReactionCounts;
  /** Known where the page is made for the viewer; on cached pages a script asks. */
  own?: ReactionKind[];
};

/** Reactions to a post: one button for each kind, which say how many there are. */
export function ReactionForm({ action, postId, kinds, counts, own }: Props) {
  const [plainState, plainAction] = useActionState(action, idle, '#reactions');
  const { shown, state, said, press } = useReactions({ counts, own: own ?? null }, { action, postId });

  function send(event: FormEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent : { submitter: null };
    const kind = submitter instanceof HTMLButtonElement && reactionKinds.find((each) => each === submitter.value);
    if (!kind || !submitter) return;
    event.preventDefault();
    void press(kind, new FormData(event.currentTarget, submitter));
  }

  return (
    <form id="reactions" className="reactions" action={plainAction} onSubmit={send} aria-label="Reactions">
      <FormNotice state={state ?? plainState} />
      <input type="hidden" name="postId" value={postId} />
      {own && <input type="hidden" name="here" value="yes" />}
      <p className="reactions__kinds">
        {kinds.map((kind) => (
          <ReactionButton key={kind} kind={kind} count={shown.counts[kind] ?? 0} isOwn={shown.own?.includes(kind)} />
        ))}
      </p>
      <p className="hidden-visually" role="status">
        {said}
      </p>
    </form>
  );
}

type ButtonProps = { kind: ReactionKind; count: number; isOwn: boolean | undefined };

function ReactionButton({ kind, count, isOwn }: ButtonProps) {
  const { label, sign } = reactionNames[kind];
  return (
    <button className="reactions__kind" name={isOwn ? 'remove' : 'add'} value={kind} aria-pressed={isOwn}>
      <span aria-hidden="true">{sign}</span> <span>{label}</span>
      {count > 0 && <span className="reactions__count">{` ${count}`}</span>}
    </button>
  );
}

type Shown = { counts: ReactionCounts; own: ReactionKind[] | null };

function useReactions(initial: Shown, { action, postId }: { action: Action; postId: string }) {
  const [shown, setShown] = useState(initial);
  const [state, setState] = useState<FormState | null>(null);
  const [said, setSaid] = useState('');
  const isSending = useRef(false);
  const isKnown = initial.own !== null;

  useEffect(() => {
    if (isKnown || !/(?:^|; )signed-in=/.test(document.cookie)) return;
    const asking = new AbortController();
    fetch(paths.myReactions(postId), { signal: asking.signal })
      .then((answer) => (answer.ok ? (answer.json() as Promise<{ reactions: ReactionsForViewer | null }>) : null))
      .then((answer) => answer?.reactions && setShown(answer.reactions))
      .catch(() => {});
    return () => asking.abort();
  }, [postId, isKnown]);

  async function press(kind: ReactionKind, data: FormData) {
    if (isSending.current) return;
    isSending.current = true;
    const answer = await action(idle, data).catch((error: unknown) => unanswered(error));
    isSending.current = false;
    if (answer.redirectTo) return navigate(answer.redirectTo);
    setState(answer);
    if (answer.status !== 'done') return;
    const isAdded = data.has('add');
    const count = Number(answer.values.count ?? 0);
    setShown(({ counts, own }) => ({
      counts: { ...counts, [kind]: count },
      own: [...(own ?? []).filter((each) => each !== kind), ...(isAdded ? [kind] : [])],
    }));
    setSaid(`${reactionNames[kind].label}: ${isAdded ? 'added' : 'taken away'}. ${count} in all.`);
  }

  return { shown, state, said, press };
}
