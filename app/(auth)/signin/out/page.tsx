import type { Metadata } from 'next';
import { FieldsForm } from '@/components/ui/fields-form';
import { findActor } from '@/lib/auth/session';
import { paths } from '@/lib/web/paths';
import { signOutAction } from '../actions';

export const metadata: Metadata = { title: 'Sign out' };

export default async function SignOutPage() {
  const actor = await findActor();
  return (
    <>
      <h1>Sign out</h1>
      {actor ? (
        <>
          <p className="auth__lead">{`You are signed in as ${actor.name}.`}</p>
          <FieldsForm action={signOutAction} fields={[]} submit="Sign out" />
        </>
      ) : (
        <p className="auth__lead">
          You are not signed in. <a href={paths.home()}>Go to the home page</a>
        </p>
      )}
    </>
  );
}
