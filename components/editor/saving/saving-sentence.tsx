'use client';

import { labelOf } from '../fields';
import type { SaveState } from './save-loop';

type Props = { state: SaveState; isStored: boolean; signInHref: string };

/** The save status as a sentence. Announced only when the user must act. */
export function SavingSentence({ state, isStored, signInHref }: Props) {
  const here = isStored ? 'saved in this browser' : 'only on this screen: copy it somewhere safe';
  const isCalm = ['saved', 'waiting', 'saving'].includes(state.phase) && notSaved(state) === '';
  return (
    <p className="saving" role={isCalm ? undefined : 'status'} data-phase={state.phase}>
      <span>{sentenceOf(state, here)}</span>
      {state.phase === 'signed-out' && (
        <>
          {' '}
          <a href={signInHref} target="_blank" rel="noopener">
            Sign in in a new tab
          </a>{' '}
          <span>to continue saving.</span>
        </>
      )}
    </p>
  );
}

function notSaved(state: SaveState) {
  const names = state.phase === 'saved' ? Object.keys(state.problems ?? {}) : [];
  return names.length > 0 ? `, except: ${names.map(labelOf).join(', ')}` : '';
}

function sentenceOf(state: SaveState, here: string) {
  switch (state.phase) {
    case 'saved':
      return `Saved ${state.savedAt}${notSaved(state)}`;
    case 'waiting':
    case 'saving':
      return 'Saving…';
    case 'offline':
      return `Offline — ${here}`;
    case 'refused':
      return `Not saved on the server: ${state.answer.message} Your text is ${here}.`;
    case 'conflict':
      return `Changed elsewhere — yours is ${here}`;
    case 'trashed':
      return `This post is in the trash. Your text is ${here}.`;
    case 'signed-out':
      return `You were signed out. Your text is ${here}.`;
    default:
      return state satisfies never;
  }
}
