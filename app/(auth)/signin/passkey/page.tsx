import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AddPasskey } from '@/components/users/add-passkey';
import { passkeyWords } from '@/components/users/passkey-words';
import { FieldsForm } from '@/components/ui/fields-form';
import { safeReturnTo } from '@/lib/auth/return-to';
import { findActor } from '@/lib/auth/session';
import { paths } from '@/lib/web/paths';
import { only } from '@/lib/web/search-params';
import { browserOfSession } from '@/lib/users/sessions';
import { readTranslator } from '@/app/(site)/reads';
import { addPasskeyAction, beginPasskeyAction, declinePasskeyAction } from '../../account/passkey-actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())('passkey.offerTitle') };
}

/** Offered after signing in with a password, until the person has a passkey or declines. */
export default async function OfferPasskeyPage({ searchParams }: PageProps<'/signin/passkey'>) {
  const actor = await findActor();
  const to = safeReturnTo(only((await searchParams).to));
  if (!actor) redirect(paths.signIn(to));
  const t = await readTranslator();
  return (
    <>
      <h1>{t('passkey.offerTitle')}</h1>
      <p className="auth__lead">{t('passkey.offer')}</p>
      <AddPasskey
        begin={beginPasskeyAction}
        add={addPasskeyAction}
        name={await browserOfSession(actor, t)}
        words={passkeyWords(t)}
      />
      <p>
        <a href={to || paths.home()}>{t('passkey.continue')}</a>
      </p>
      <FieldsForm
        action={declinePasskeyAction}
        hidden={{ to }}
        fields={[]}
        submit={t('passkey.doNotAsk')}
        tone="plain"
      />
    </>
  );
}
