import type { Metadata } from 'next';
import { FieldsForm } from '@/components/ui/fields-form';
import { safeReturnTo } from '@/lib/auth/return-to';
import { findToken } from '@/lib/auth/tokens';
import { paths } from '@/lib/web/paths';
import { only } from '@/lib/web/search-params';
import { redirectIfSignedIn } from '../../navigation';
import { PendingCommentNotice } from '../../pending-comment-notice';
import { requestMagicLinkAction, redeemMagicLinkAction } from '../actions';

export const metadata: Metadata = { title: 'Sign in with a link' };

export default async function MagicLinkPage({ searchParams }: PageProps<'/signin/link'>) {
  const query = await searchParams;
  const to = safeReturnTo(only(query.to));
  const token = only(query.token);
  if (token) return <UseLink token={token} />;
  await redirectIfSignedIn(to);
  return (
    <>
      <h1>Sign in with a link</h1>
      <p className="auth__lead">We will send you an e-mail with a link that signs you in without a password.</p>
      <PendingCommentNotice />
      <RequestLink to={to} />
      <ul className="auth__links">
        <li>
          <a href={paths.signIn(to)}>Sign in with a password instead</a>
        </li>
      </ul>
    </>
  );
}

// Only the button uses the link: mail programs and virus scanners open it, too.
async function UseLink({ token }: { token: string }) {
  const isGood = await findToken('magic-link', token);
  return (
    <>
      <h1>Sign in</h1>
      {isGood ? (
        <>
          <PendingCommentNotice />
          <FieldsForm action={redeemMagicLinkAction} hidden={{ token }} fields={[]} submit="Sign me in" />
        </>
      ) : (
        <>
          <p className="auth__lead">This link has been used or has expired. You can request a new one here.</p>
          <RequestLink to="" />
        </>
      )}
    </>
  );
}

function RequestLink({ to }: { to: string }) {
  return (
    <FieldsForm
      action={requestMagicLinkAction}
      hidden={{ to }}
      fields={[{ name: 'email', label: 'E-mail', kind: 'email', autoComplete: 'email' }]}
      submit="Send me a link"
      isOnce
    />
  );
}
