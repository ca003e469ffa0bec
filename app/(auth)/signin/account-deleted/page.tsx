import type { Metadata } from 'next';
import { paths } from '@/lib/web/paths';

export const metadata: Metadata = { title: 'Account deleted' };

export default function AccountDeletedPage() {
  return (
    <>
      <h1>Your account is deleted</h1>
      <p className="auth__lead">
        Your name, e-mail address and password have been deleted. What you wrote stays, without your name.
      </p>
      <a className="button" href={paths.home()}>
        Go to the home page
      </a>
    </>
  );
}
