import type { Metadata } from 'next';
import { FieldsForm } from '@/components/ui/fields-form';
import type { Translator } from '@/lib/i18n/translator';
import { safeReturnTo } from '@/lib/auth/return-to';
import { findToken } from '@/lib/auth/tokens';
import { paths } from '@/lib/web/paths';
import { only } from '@/lib/web/search-params';
import { readTranslator } from '@/app/(site)/reads';
import { redirectIfSignedIn } from '../../navigation';
import { PendingCommentNotice } from '../../pending-comment-notice';
import { requestMagicLinkAction, redeemMagicLinkAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())('auth.linkTitle') };
}

export default async function MagicLinkPage({ searchParams }: PageProps<'/signin/link'>) {
  const query = await searchParams;
  const to = safeReturnTo(only(query.to));
  const token = only(query.token);
  if (token) return <UseLink token={token} />;
  await redirectIfSignedIn(to);
  const t = await readTranslator();
  return (
    <>
      <h1>{t('auth.linkTitle')}</h1>
      <p className="auth__lead">{t('auth.linkLead')}</p>
      <PendingCommentNotice />
      <RequestLink to={to} t={t} />
      <ul className="auth__links">
        <li>
          <a href={paths.signIn(to)}>{t('auth.byPassword')}</a>
        </li>
      </ul>
    </>
  );
}

// Only the button uses the link: mail programs and virus scanners open it, too.
async function UseLink({ token }: { token: string }) {
  const isGood = await findToken('magic-link', token);
  const t = await readTranslator();
  return (
    <>
      <h1>{t('auth.signIn')}</h1>
      {isGood ? (
        <>
          <PendingCommentNotice />
          <FieldsForm action={redeemMagicLinkAction} hidden={{ token }} fields={[]} submit={t('auth.signMeIn')} />
        </>
      ) : (
        <>
          <p className="auth__lead">{t('auth.linkUsed')}</p>
          <RequestLink to="" t={t} />
        </>
      )}
    </>
  );
}

function RequestLink({ to, t }: { to: string; t: Translator }) {
  return (
    <FieldsForm
      action={requestMagicLinkAction}
      hidden={{ to }}
      fields={[{ name: 'email', label: t('auth.email'), kind: 'email', autoComplete: 'email' }]}
      submit={t('auth.sendLink')}
      isOnce
    />
  );
}
