import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { EmailRefusal } from '@/components/notifications/email-refusal';
import { NotificationList } from '@/components/notifications/notification-list';
import { NotificationPages } from '@/components/notifications/notification-pages';
import { FollowedComments } from '@/components/notifications/followed-comments';
import { FollowedPosts } from '@/components/notifications/followed-posts';
import { EarlierAnswer } from '@/components/ui/earlier-answer';
import { FieldsForm, type FieldSpec } from '@/components/ui/fields-form';
import { can, type Actor } from '@/lib/auth/actor';
import { findActor } from '@/lib/auth/session';
import { translatorOf, type Translator } from '@/lib/i18n/translator';
import { findChoices } from '@/lib/notifications/choices';
import { decisionDeliveries, deliveries, moderationDeliveries, type Choices } from '@/lib/notifications/notification';
import {
  countUnread,
  findEmailRefusal,
  findUnreadDecisions,
  listFollowed,
  listFollowedComments,
  listNotifications,
} from '@/lib/notifications/queries';
import { getSettings } from '@/lib/settings/queries';
import { only } from '@/lib/web/search-params';
import { paths } from '@/lib/web/paths';
import {
  markAsReadAction,
  openNotificationAction,
  saveChoicesAction,
  tryAddressAgainAction,
  unfollowAction,
  unfollowRepliesAction,
} from './actions';
import { readTranslator } from '@/app/(site)/reads';
import './notifications.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())('account.notifications') };
}

export default async function NotificationsPage({ searchParams }: PageProps<'/account/notifications'>) {
  const actor = await findActor();
  if (!actor) redirect(paths.signIn(paths.notifications()));
  const after = only((await searchParams).after) ?? '';
  const [{ notifications, next }, unread, decisions, choices, followed, followedComments, refusal, dates] =
    await Promise.all([
      listNotifications(actor, after),
      countUnread(actor),
      findUnreadDecisions(actor),
      findChoices(actor),
      listFollowed(actor),
      listFollowedComments(actor),
      findEmailRefusal(actor),
      getSettings(),
    ]);
  const t = translatorOf(dates.language);
  const newest = [decisions.newest, notifications[0]?.id ?? ''].toSorted().at(-1);
  return (
    <>
      <p className="auth__back">
        <a href={paths.account()}>{t('account.title')}</a>
      </p>
      <h1>{t('account.notifications')}</h1>
      {unread > 0 && newest && !after && (
        <FieldsForm
          action={markAsReadAction}
          isOneOfSeveral
          hidden={{ newest }}
          fields={[]}
          submit={t('notifications.markAll')}
          tone="plain"
        />
      )}
      {decisions.newest && (
        <p>
          <a href={paths.decisions()}>{t('decision.listTitle')}</a>
          {decisions.count > 0 && <span>{` ${t('notifications.newCount', { count: decisions.count })}`}</span>}
        </p>
      )}
      {notifications.length === 0 ? (
        <p className="auth__quiet">{t(after ? 'notifications.noOlder' : 'notifications.none')}</p>
      ) : (
        <NotificationList {...{ notifications, dates, t }} open={openNotificationAction} />
      )}
      <NotificationPages isFirst={!after} next={next} t={t} />
      {followed.length > 0 && <FollowedPosts posts={followed} action={unfollowAction} t={t} />}
      {followedComments.length > 0 && (
        <FollowedComments comments={followedComments} action={unfollowRepliesAction} t={t} />
      )}
      <section className="auth__part" aria-labelledby="emails-head">
        <h2 id="emails-head">{t('notifications.emails')}</h2>
        {!actor.emailVerified && <p className="auth__quiet">{t('notifications.unconfirmed')}</p>}
        <EarlierAnswer action={tryAddressAgainAction} at="#emails-head" />
        {refusal && <EmailRefusal {...{ refusal, dates, t }} action={tryAddressAgainAction} at="#emails-head" />}
        <FieldsForm
          action={saveChoicesAction}
          isOneOfSeveral
          fields={choiceFields(choices, actor, t)}
          submit={t('account.save')}
          tone="plain"
        />
      </section>
    </>
  );
}

function choiceFields(choices: Choices, actor: Actor, t: Translator): FieldSpec[] {
  const field = <Name extends keyof Choices>(name: Name, ways: readonly Choices[Name][]): FieldSpec => ({
    name,
    label: t(`notifications.${name}`),
    kind: 'select',
    value: choices[name],
    options: ways.map((value) => ({ value, label: t(`notifications.${value}`) })),
  });
  return [
    field('replies', deliveries),
    field('mentions', deliveries),
    field('followed', deliveries),
    field('decisions', decisionDeliveries),
    field('corrections', decisionDeliveries),
    ...(can(actor, 'posts.write') ? [field('notes', decisionDeliveries)] : []),
    ...(can(actor, 'comments.moderate')
      ? [field('comments', deliveries), field('moderation', moderationDeliveries)]
      : []),
  ];
}
