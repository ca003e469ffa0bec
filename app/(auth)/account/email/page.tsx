import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FieldsForm } from '@/components/ui/fields-form';
import { findActor } from '@/lib/auth/session';
import { findEmailChange } from '@/lib/users/email-change';
import { only } from '@/lib/web/search-params';
import { paths } from '@/lib/web/paths';
import { readTranslator } from '@/app/(site)/reads';
import { confirmEmailChangeAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())('account.newEmailTitle') };
}

export default async function NewEmailPage({ searchParams }: PageProps<'/account/email'>) {
  const token = only((await searchParams).token);
  const actor = await findActor();
  if (!actor) redirect(paths.signIn(paths.confirmNewEmail(token)));
  const [email, t] = await Promise.all([findEmailChange(actor, token), readTranslator()]);
  return (
    <>
      <h1>{t('account.newEmailTitle')}</h1>
      {email === null ? (
        <>
          <p className="auth__lead">{t('account.newEmailUsed')}</p>
          <a className="button button--primary" href={paths.account()}>
            {t('account.title')}
          </a>
        </>
      ) : (
        <>
          <p className="auth__lead">{t('account.newEmailConfirm', { email })}</p>
          <FieldsForm
            action={confirmEmailChangeAction}
            hidden={{ token }}
            fields={[]}
            submit={t('account.newEmailUse')}
          />
        </>
      )}
    </>
  );
}
