import type { Metadata } from 'next';
import { FieldsForm } from '@/components/ui/fields-form';
import { findToken } from '@/lib/auth/tokens';
import { paths } from '@/lib/paths';
import { only } from '@/lib/search-params';
import { KeptComment } from '../../kept-comment';
import { confirmEmailAction } from '../actions';

export const metadata: Metadata = { title: 'Confirm your address' };

export default async function ConfirmPage({ searchParams }: PageProps<'/signup/confirm'>) {
  const token = only((await searchParams).token);
  const isGood = token && (await findToken('confirm-email', token));
  return (
    <>
      <h1>Confirm your address</h1>
      {isGood ? (
        <>
          <p className="door__lead">One press, and you are in. Please press only if it was you who signed up.</p>
          <KeptComment />
          <FieldsForm action={confirmEmailAction} hidden={{ token }} fields={[]} submit="Confirm and sign in" />
        </>
      ) : (
        <>
          <p className="door__lead">
            This link was used already, or it is too old. If you pressed it before, your address is confirmed. Otherwise
            sign in, and your account page sends you a new one.
          </p>
          <a className="button button--primary" href={paths.signIn(paths.account())}>
            Sign in
          </a>
        </>
      )}
    </>
  );
}
