import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Pager } from '@/components/admin/pager';
import { EmailRefusal } from '@/components/notifications/email-refusal';
import { NotificationList } from '@/components/notifications/notification-list';
import { FollowedComments } from '@/components/notifications/followed-comments';
import { FollowedPosts } from '@/components/notifications/followed-posts';
import { EarlierAnswer } from '@/components/ui/earlier-answer';
import { FieldsForm, type FieldSpec } from '@/components/ui/fields-form';
import { can } from '@/lib/auth/actor';
import { findActor } from '@/lib/auth/session';
import { translatorOf } from '@/lib/i18n/translator';
import { findChoices } from '@/lib/notifications/choices';
import {
  decisionDeliveries,
  deliveries,
  deliveryNames,
  moderationDeliveries,
  moderationNames,
  type Choices,
} from '@/lib/notifications/notification';
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
import './notifications.css';

export const metadata: Metadata = { title: 'Notifications' };

export default async function NotificationsPage({ searchParams }: PageProps<'/account/notifications'>) {
  const actor = await findActor();
  if (!actor) redirect(paths.signIn(paths.notifications()));
  const after = only((await searchParams).after) ?? '';
  const [
    { notifications, next },
    unread,
    decisions,
    choices,
    followed,
    followedComments,
    refusal,
    { timeZone, language },
  ] = await Promise.all([
    listNotifications(actor, after),
    countUnread(actor),
    findUnreadDecisions(actor),
    findChoices(actor),
    listFollowed(actor),
    listFollowedComments(actor),
    findEmailRefusal(actor),
    getSettings(),
  ]);
  const newest = [decisions.newest, notifications[0]?.id ?? ''].toSorted().at(-1);
  return (
    <>
      <p className="auth__back">
        <a href={paths.account()}>Your account</a>
      </p>
      <h1>Notifications</h1>
      {unread > 0 && newest && !after && (
        <FieldsForm
          action={markAsReadAction}
          isOneOfSeveral
          hidden={{ newest }}
          fields={[]}
          submit="Mark all as read"
          tone="plain"
        />
      )}
      {decisions.newest && (
        <p>
          <a href={paths.decisions()}>Decisions about your comments</a>
          {decisions.count > 0 && <span>{` (${decisions.count} new)`}</span>}
        </p>
      )}
      {notifications.length === 0 ? (
        <NothingTold isLater={after !== ''} />
      ) : (
        <NotificationList {...{ notifications, timeZone }} t={translatorOf(language)} open={openNotificationAction} />
      )}
      <Pager
        first={after ? paths.notifications() : undefined}
        next={next ? paths.notifications(next) : undefined}
        label="Pages of notifications"
      />
      {followed.length > 0 && <FollowedPosts posts={followed} action={unfollowAction} />}
      {followedComments.length > 0 && <FollowedComments comments={followedComments} action={unfollowRepliesAction} />}
      <section className="auth__part" aria-labelledby="emails-head">
        <h2 id="emails-head">E-mails</h2>
        {!actor.emailVerified && (
          <p className="auth__quiet">E-mails are sent once you have confirmed your e-mail address.</p>
        )}
        <EarlierAnswer action={tryAddressAgainAction} at="#emails-head" />
        {refusal && (
          <EmailRefusal refusal={refusal} timeZone={timeZone} action={tryAddressAgainAction} at="#emails-head" />
        )}
        <FieldsForm
          action={saveChoicesAction}
          isOneOfSeveral
          fields={choiceFields(choices, can(actor, 'comments.moderate'))}
          submit="Save"
          tone="plain"
        />
      </section>
    </>
  );
}

function NothingTold({ isLater }: { isLater: boolean }) {
  return (
    <p className="auth__quiet">
      {isLater
        ? 'There are no older notifications.'
        : 'When somebody replies to a comment of yours or mentions you, it is listed here.'}
    </p>
  );
}

function choiceFields(choices: Choices, moderates: boolean): FieldSpec[] {
  const options = deliveries.map((value) => ({ value, label: deliveryNames[value] }));
  const field = (name: keyof Choices, label: string): FieldSpec => {
    return { name, label, kind: 'select', value: choices[name], options };
  };
  return [
    field('replies', 'Replies to my comments'),
    field('mentions', 'Comments that mention me'),
    field('followed', 'Comments on posts and in conversations that I follow'),
    decisionField(choices, 'decisions', 'Decisions about my comments'),
    decisionField(choices, 'corrections', 'Corrections that I suggested'),
    ...(moderates ? [field('comments', 'All comments'), moderationField(choices)] : []),
  ];
}

function decisionField(choices: Choices, name: 'decisions' | 'corrections', label: string): FieldSpec {
  const options = decisionDeliveries.map((value) => ({ value, label: deliveryNames[value] }));
  return { name, label, kind: 'select', value: choices[name], options };
}

function moderationField({ moderation }: Choices): FieldSpec {
  const options = moderationDeliveries.map((value) => ({ value, label: moderationNames[value] }));
  return { name: 'moderation', label: 'Comments that await approval', kind: 'select', value: moderation, options };
}
