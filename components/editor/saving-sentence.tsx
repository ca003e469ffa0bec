'use client';

import type { SaveState } from './save-loop';

type Props = { state: SaveState; isKept: boolean; signInHref: string };

/** Where the text is, as a sentence. Read out only when it wants something of the person. */
export function SavingSentence({ state, isKept, signInHref }: Props) {
  const here = isKept ? 'kept in this browser' : 'only on this screen: copy it somewhere safe';
  const isCalm = ['saved', 'waiting', 'saving'].includes(state.phase);
  return (
    <p className="saving" role={isCalm ? undefined : 'status'} data-phase={state.phase}>
      {state.phase === 'saved' && (state.savedAt ? `Saved ${state.savedAt}` : 'Nothing to save yet')}
      {state.phase === 'waiting' && 'Saving…'}
      {state.phase === 'saving' && 'Saving…'}
      {state.phase === 'offline' && `Offline — ${here}`}
      {state.phase === 'refused' && `Not saved: ${state.answer.message} It is ${here}.`}
      {state.phase === 'conflict' && `Changed elsewhere — yours is ${here}`}
      {state.phase === 'signed-out' && (
        <>
          You were signed out. Your text is {here}.{' '}
          <a href={signInHref} target="_blank" rel="noopener">
            Sign in in a new tab
          </a>{' '}
          and saving goes on.
        </>
      )}
    </p>
  );
}
