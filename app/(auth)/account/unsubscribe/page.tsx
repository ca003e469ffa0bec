import type { Metadata } from 'next';
import { FieldsForm } from '@/components/ui/fields-form';
import { readUnsubscribeToken } from '@/lib/notifications/unsubscribe-token';
import { isSubscribed } from '@/lib/notifications/unsubscribing';
import { subscriptionNameIn } from '@/lib/notifications/subscription-names';
import { getSettings } from '@/lib/settings/queries';
import { only } from '@/lib/web/search-params';
import { paths } from '@/lib/web/paths';
import { readTranslator } from '@/app/(site)/reads';
import { unsubscribeAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())('email.unsubscribe') };
}

/** Where the link of an e-mail leads. Opening it ends nothing: mail programs and scanners do so, too. */
export default async function UnsubscribePage({ searchParams }: PageProps<'/account/unsubscribe'>) {
  const token = only((await searchParams).token) ?? '';
  const subscribed = readUnsubscribeToken(token);
  const [{ siteName }, t] = await Promise.all([getSettings(), readTranslator()]);
  if (!subscribed) {
    return (
      <>
        <h1>{t('unsubscribe.invalidTitle')}</h1>
        <p className="auth__lead">{t('unsubscribe.invalid')}</p>
        <a className="button" href={paths.notifications()}>
          {t('email.choose')}
        </a>
      </>
    );
  }
  const { subscription, userId } = subscribed;
  const what = subscriptionNameIn(t, subscription);
  const [isOn, isAnyOn] = await Promise.all([isSubscribed(subscribed), isSubscribed({ userId, subscription: 'all' })]);
  return (
    <>
      <h1>{t('email.unsubscribe')}</h1>
      {isOn ? (
        <>
          <p className="auth__lead">{t('unsubscribe.question', { what, site: siteName })}</p>
          <FieldsForm
            action={unsubscribeAction}
            isOneOfSeveral
            isOnce
            hidden={{ token }}
            fields={[]}
            submit={t('email.unsubscribe')}
          />
        </>
      ) : (
        <p className="auth__lead">{t('unsubscribe.done', { what })}</p>
      )}
      {subscription !== 'all' && isAnyOn && (
        <section className="auth__part" aria-labelledby="all-head">
          <h2 id="all-head">{t('unsubscribe.all')}</h2>
          <FieldsForm
            action={unsubscribeAction}
            isOneOfSeveral
            isOnce
            hidden={{ token, all: 'yes' }}
            fields={[]}
            submit={t('unsubscribe.fromAll')}
            tone="plain"
          />
        </section>
      )}
    </>
  );
}
