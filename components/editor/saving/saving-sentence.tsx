'use client';

import { useText } from '#text';
import type { ReactNode } from 'react';
import type { Text } from '@/components/text/text';
import { labelOf } from '../fields';
import type { SaveState } from './save-loop';

type Props = { state: SaveState; isStored: boolean; signInHref: string };

/** The save status as a sentence. Announced only when the user must act. */
export function SavingSentence({ state, isStored, signInHref }: Props) {
  const t = useText();
  const here = isStored ? t('saved in this browser') : t('only on this screen: copy it somewhere safe');
  const isCalm = ['saved', 'waiting', 'saving'].includes(state.phase) && notSaved(state, t) === '';
  return (
    <p className="saving" role={isCalm ? undefined : 'status'} data-phase={state.phase}>
      <span>{sentenceOf(state, here, t)}</span>
      {state.phase === 'signed-out' && (
        <span>
          {t.rich(' <signIn>Sign in in a new tab</signIn> <span>to continue saving.</span>', {
            signIn: (inside) => linkOut(signInHref, inside),
            span: asSpan,
          })}
        </span>
      )}
    </p>
  );
}

function linkOut(href: string, inside: ReactNode) {
  return (
    <a href={href} target="_blank" rel="noopener">
      {inside}
    </a>
  );
}

function asSpan(inside: ReactNode) {
  return <span>{inside}</span>;
}

function notSaved(state: SaveState, t: Text) {
  const names = state.phase === 'saved' ? Object.keys(state.problems ?? {}) : [];
  return names.map((name) => t(labelOf(name))).join(', ');
}

function sentenceOf(state: SaveState, here: string, t: Text) {
  switch (state.phase) {
    case 'saved': {
      const { savedAt } = state;
      const names = notSaved(state, t);
      return names ? t('Saved {savedAt}, except: {names}', { savedAt, names }) : t('Saved {savedAt}', { savedAt });
    }
    case 'waiting':
    case 'saving':
      return t('Saving…');
    case 'offline':
      return t('Offline — {here}', { here });
    case 'refused':
      return t('Not saved on the server: {message} Your text is {here}.', {
        message: t.said(state.answer.message),
        here,
      });
    case 'conflict':
      return t('Changed elsewhere — yours is {here}', { here });
    case 'trashed':
      return t('This post is in the trash. Your text is {here}.', { here });
    case 'signed-out':
      return t('You were signed out. Your text is {here}.', { here });
    default:
      return state satisfies never;
  }
}
