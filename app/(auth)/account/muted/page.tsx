import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ActionForm } from '@/components/comments/action-form';
import { EarlierAnswer } from '@/components/ui/earlier-answer';
import { findActor } from '@/lib/auth/session';
import { listMuted } from '@/lib/mutes/queries';
import { paths } from '@/lib/web/paths';
import { unmuteAction } from './actions';
import './muted.css';

export const metadata: Metadata = { title: 'Muted people' };

/** Whose comments a reader does not want to see. */
export default async function MutedPage() {
  const actor = await findActor();
  if (!actor) redirect(paths.signIn(paths.muted()));
  const muted = await listMuted(actor);
  return (
    <>
      <p className="auth__back">
        <a href={paths.account()}>Your account</a>
      </p>
      <h1>Muted people</h1>
      <p className="auth__lead">
        In conversations, their comments are hidden for you. They are not told. To mute somebody, open the page of
        their comments, or one comment by its date.
      </p>
      <EarlierAnswer action={unmuteAction} at="#muted" />
      {muted.length === 0 && <p>You have muted nobody.</p>}
      <ul id="muted" className="muted">
        {muted.map(({ id, name }) => (
          <li key={id}>
            <bdi>{name}</bdi>
            <ActionForm action={unmuteAction} fields={{ mutedId: id }} at="#muted">
              <button className="button">
                <span>Unmute</span>
                <span className="hidden-visually">{` ${name}`}</span>
              </button>
            </ActionForm>
          </li>
        ))}
      </ul>
    </>
  );
}
