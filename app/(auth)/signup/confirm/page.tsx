import type { Metadata } from 'next';
import { FieldsForm, type FieldSpec } from '@/components/ui/fields-form';
import type { Translator } from '@/lib/i18n/translator';
import { findDevice } from '@/lib/auth/device';
import { findActor } from '@/lib/auth/session';
import { paths } from '@/lib/web/paths';
import { findConfirmation } from '@/lib/users/sign-up';
import { only } from '@/lib/web/search-params';
import { readTranslator } from '@/app/(site)/reads';
import { PendingCommentNotice } from '../../pending-comment-notice';
import { confirmEmailAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())('auth.confirmTitle') };
}

export default async function ConfirmPage({ searchParams }: PageProps<'/signup/confirm'>) {
  const token = only((await searchParams).token);
  const [device, actor] = await Promise.all([findDevice(), findActor()]);
  const confirmation = token ? await findConfirmation(token, { device, actor }) : null;
  const t = await readTranslator();
  return (
    <>
      <h1>{t('auth.confirmTitle')}</h1>
      {confirmation ? (
        <>
          {confirmation.isOwnBrowser ? (
            <p className="auth__lead">{t('auth.confirmLead')}</p>
          ) : (
            <p className="auth__lead">{t('auth.otherBrowser')}</p>
          )}
          <PendingCommentNotice />
          <FieldsForm
            action={confirmEmailAction}
            hidden={{ token }}
            fields={confirmation.isOwnBrowser ? [] : [passwordField(t)]}
            submit={t('auth.confirmAndSignIn')}
          />
        </>
      ) : (
        <>
          <p className="auth__lead">{t('auth.confirmUsed')}</p>
          <a className="button button--primary" href={paths.signIn(paths.account())}>
            {t('auth.signIn')}
          </a>
        </>
      )}
    </>
  );
}

function passwordField(t: Translator): FieldSpec {
  return {
    name: 'password',
    label: t('auth.password'),
    kind: 'password',
    autoComplete: 'new-password',
    hint: t('auth.orByLink', { hint: t('auth.passwordHint') }),
  };
}
