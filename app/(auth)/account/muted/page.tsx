import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ActionForm } from '@/components/comments/action-form';
import { Message } from '@/components/layout/message';
import { EarlierAnswer } from '@/components/ui/earlier-answer';
import { findActor } from '@/lib/auth/session';
import { listMuted } from '@/lib/mutes/queries';
import { paths } from '@/lib/web/paths';
import { readTranslator } from '@/app/(site)/reads';
import { unmuteAction } from './actions';
import './muted.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())('single.mutedPeople') };
}

/** Whose comments a reader does not want to see. */
export default async function MutedPage() {
  const actor = await findActor();
  if (!actor) redirect(paths.signIn(paths.muted()));
  const [muted, t] = await Promise.all([listMuted(actor), readTranslator()]);
  return (
    <>
      <p className="auth__back">
        <a href={paths.account()}>{t('account.title')}</a>
      </p>
      <h1>{t('single.mutedPeople')}</h1>
      <p className="auth__lead">{t('muted.lead')}</p>
      <EarlierAnswer action={unmuteAction} at="#muted" />
      {muted.length === 0 && <p>{t('muted.none')}</p>}
      <ul id="muted" className="muted">
        {muted.map(({ id, name }) => (
          <li key={id}>
            <bdi>{name}</bdi>
            <ActionForm action={unmuteAction} fields={{ mutedId: id }} at="#muted">
              <button className="button">
                <Message parts={t.parts('muted.unmute', { name }, { hidden })} />
              </button>
            </ActionForm>
          </li>
        ))}
      </ul>
    </>
  );
}

function hidden(text: string) {
  return <span className="hidden-visually">{text}</span>;
}
