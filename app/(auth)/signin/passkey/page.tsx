import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AddPasskey } from '@/components/users/add-passkey';
import { FieldsForm } from '@/components/ui/fields-form';
import { safeReturnTo } from '@/lib/auth/return-to';
import { findActor } from '@/lib/auth/session';
import { paths } from '@/lib/web/paths';
import { only } from '@/lib/web/search-params';
import { browserOfSession } from '@/lib/users/sessions';
import { addPasskeyAction, beginPasskeyAction, declinePasskeyAction } from '../../account/passkey-actions';

export const metadata: Metadata = { title: 'Sign in faster next time' };

/** Offered after signing in with a password, until somebody has a passkey or declines. */
export default async function OfferPasskeyPage({ searchParams }: PageProps<'/signin/passkey'>) {
  const actor = await findActor();
  const to = safeReturnTo(only((await searchParams).to));
  if (!actor) redirect(paths.signIn(to));
  return (
    <>
      <h1>Sign in faster next time</h1>
      <p className="auth__lead">
        A passkey replaces your password on this device: you sign in with your fingerprint, your face or the PIN of the
        device. The site keeps no secret of it that could be stolen.
      </p>
      <AddPasskey begin={beginPasskeyAction} add={addPasskeyAction} name={await browserOfSession(actor)} />
      <p>
        <a href={to || paths.home()}>Continue</a>
      </p>
      <FieldsForm action={declinePasskeyAction} hidden={{ to }} fields={[]} submit="Do not ask again" tone="plain" />
    </>
  );
}
