import type { Metadata } from 'next';
import { FieldsForm } from '@/components/ui/fields-form';
import { linksTo, Message } from '@/components/layout/message';
import { findActor } from '@/lib/auth/session';
import { paths } from '@/lib/web/paths';
import { readTranslator } from '@/app/(site)/reads';
import { signOutAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())('auth.signOut') };
}

export default async function SignOutPage() {
  const actor = await findActor();
  const t = await readTranslator();
  return (
    <>
      <h1>{t('auth.signOut')}</h1>
      {actor ? (
        <>
          <p className="auth__lead">{t('auth.signedInAs', { name: actor.name })}</p>
          <FieldsForm action={signOutAction} fields={[]} submit={t('auth.signOut')} />
        </>
      ) : (
        <p className="auth__lead">
          <Message parts={t.parts('auth.notSignedIn', {}, linksTo({ home: paths.home() }))} />
        </p>
      )}
    </>
  );
}
