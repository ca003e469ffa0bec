import type { Metadata } from 'next';
import { FieldsForm } from '@/components/ui/fields-form';
import { readUnsubscribeToken } from '@/lib/notifications/unsubscribe-token';
import { subscriptionName } from '@/lib/notifications/unsubscribing';
import { getSettings } from '@/lib/settings/queries';
import { only } from '@/lib/web/search-params';
import { paths } from '@/lib/web/paths';
import { unsubscribeAction } from './actions';

export const metadata: Metadata = { title: 'Unsubscribe' };

/** Where the link of an e-mail leads. Opening it ends nothing: mail programs and scanners do so, too. */
export default async function UnsubscribePage({ searchParams }: PageProps<'/account/unsubscribe'>) {
  const token = only((await searchParams).token) ?? '';
  const subscribed = readUnsubscribeToken(token);
  const { siteName } = await getSettings();
  if (!subscribed) {
    return (
      <>
        <h1>This link is not valid</h1>
        <p className="auth__lead">
          It is not complete. Open it from the e-mail again, or sign in to choose your e-mails.
        </p>
        <a className="button" href={paths.notifications()}>
          Choose your e-mails
        </a>
      </>
    );
  }
  const { subscription } = subscribed;
  return (
    <>
      <h1>Unsubscribe</h1>
      <p className="auth__lead">{`Stop ${subscriptionName(subscription)} from ${siteName}?`}</p>
      <FieldsForm
        action={unsubscribeAction}
        isOneOfSeveral
        isOnce
        hidden={{ token }}
        fields={[]}
        submit="Unsubscribe"
      />
      {subscription !== 'all' && (
        <section className="auth__part" aria-labelledby="all-head">
          <h2 id="all-head">All e-mails about comments</h2>
          <FieldsForm
            action={unsubscribeAction}
            isOneOfSeveral
            isOnce
            hidden={{ token, all: 'yes' }}
            fields={[]}
            submit="Unsubscribe from all"
            tone="plain"
          />
        </section>
      )}
    </>
  );
}
