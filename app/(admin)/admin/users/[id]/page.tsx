import { useText } from '#text';
import { adminText } from '@/components/text/server';
import { pageTitle } from '../../../page-title';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/admin/page-header';
import { Avatar } from '@/components/users/avatar';
import { SuspensionForm } from '@/components/users/suspension-form';
import { UserState } from '@/components/users/user-row';
import { Field } from '@/components/ui/field';
import { FieldsForm } from '@/components/ui/fields-form';
import { FormAnswer } from '@/components/ui/form-answer';
import { postsInWords } from '@/components/admin/tag-row';
import type { Text } from '@/components/text/text';
import { SectionHeader } from '@/components/ui/section-header';
import { findAnswer } from '@/lib/actions/form-answer';
import { can, canGrant, roleHints, roleNames, roles, type Actor } from '@/lib/auth/actor';
import { countText } from '@/lib/text/capped-count';
import { shortDay } from '@/lib/time/site-time';
import { hasMailServer } from '@/lib/mail/delivery';
import { paths } from '@/lib/web/paths';
import { listPosts } from '@/lib/post-lists/admin-queries';
import { findLastGift } from '@/lib/users/giving-posts';
import { findUser } from '@/lib/users/queries';
import { getSettings } from '@/lib/settings/queries';
import { guardPage } from '../../../guard';
import { PostsSection } from './posts-section';
import { ProfileSection } from './profile-section';
import { RemovalSection } from './removal-section';
import '../users.css';
import {
  banAction,
  changeRoleAction,
  inviteAgainAction,
  inviteImportedAction,
  signOutUserAction,
  unbanAction,
} from '../actions';

export const generateMetadata = pageTitle('User');

type UserDetails = NonNullable<Awaited<ReturnType<typeof findUser>>>;

export default async function UserPage({ params }: PageProps<'/admin/users/[id]'>) {
  const t = await adminText();
  const { id } = await params;
  const actor = await guardPage('users.manage', paths.admin.user(id));
  const [user, { timeZone }, posts, pages, gift, answer] = await Promise.all([
    findUser(actor, id),
    getSettings(),
    listPosts(actor, { type: 'post', authorId: id }),
    listPosts(actor, { type: 'page', authorId: id }),
    findLastGift(actor, id),
    findAnswer(),
  ]);
  if (!user) notFound();
  const mayManage = canGrant(actor, user.role, 'reader');
  return (
    <>
      <PageHeader title={user.name} lead={user.email ?? t('No e-mail address: this user cannot sign in.')}>
        <Avatar seed={user.avatarSeed} size={56} />
      </PageHeader>
      <FormAnswer state={answer} />
      {answer.values['link'] && <InvitationLink href={answer.values['link']} />}
      {mayManage && user.email && !user.emailVerifiedAt && (
        <FieldsForm
          action={inviteAgainAction}
          isOneOfSeveral
          hidden={{ id }}
          fields={[]}
          submit={t('Send the invitation again')}
          tone="plain"
        />
      )}
      <p className="user__details">
        <UserState user={user} />
        {user.lastSeenAt && (
          <span>{t('Last seen {day}', { day: shortDay(user.lastSeenAt, timeZone, t.language) })}</span>
        )}
        <span>{t('Since {day}', { day: shortDay(user.createdAt, timeZone, t.language) })}</span>
        <a href={`${paths.admin.posts()}?author=${user.id}`}>{postsInWords(posts.counts.all, t)}</a>
        <a href={`${paths.admin.pages()}?author=${user.id}`}>
          {t('{counted} {count, plural, one {page} other {pages}}', capped(pages.counts.all, t))}
        </a>
        <a href={`${paths.admin.comments()}?author=${user.id}`}>
          {t('{counted} {count, plural, one {comment} other {comments}}', capped(user.commentCount, t))}
        </a>
      </p>
      {user.emailRefusal && (
        <p className="notice">
          <span>
            {t(
              'E-mails about comments are not sent since {day}, because the mail server of this address refused them:',
              { day: shortDay(user.emailRefusal.refusedAt, timeZone, t.language) },
            )}
          </span>{' '}
          <q>{user.emailRefusal.reply}</q>
        </p>
      )}
      {mayManage ? (
        <>
          <ManageUser actor={actor} user={user} />
          <PostsSection user={user} gift={gift} timeZone={timeZone} />
          {user.id !== actor.id && (user.email !== null || user.deletesAt) && (
            <RemovalSection user={user} timeZone={timeZone} />
          )}
        </>
      ) : (
        <p className="quiet">{t('Only an owner can change the account of an owner or an admin.')}</p>
      )}
    </>
  );
}

/** Shown once: only its hash is kept. */
function InvitationLink({ href }: { href: string }) {
  const t = useText();
  return (
    <div className="narrow">
      <Field
        name="invitation"
        label={t('Invitation link')}
        hint={t('Copy it now and pass it on: it is shown only once. Whoever opens it within seven days is signed in.')}
        defaultValue={href}
        dir="ltr"
        readOnly
      />
    </div>
  );
}

function ManageUser({ actor, user }: { actor: Actor; user: UserDetails }) {
  const t = useText();
  const { id, role } = user;
  const isSelf = id === actor.id;
  const grantable = roles.filter((wanted) => canGrant(actor, role, wanted));
  return (
    <>
      {!user.email && (
        <section className="section" aria-labelledby="way-in-head">
          <SectionHeader
            id="way-in-head"
            title={t('Give this author an account')}
            hint={t('They can then edit their posts and comments.')}
          />
          <FieldsForm
            action={inviteImportedAction}
            hidden={{ id }}
            fields={[{ name: 'email', label: t('E-mail'), kind: 'email' }]}
            submit={hasMailServer() ? t('Send invitation') : t('Create account')}
            tone="plain"
          />
        </section>
      )}
      <ProfileSection user={user} />
      <section className="section" aria-labelledby="role-head">
        <SectionHeader
          id="role-head"
          title={t('Role')}
          hint={t('Takes effect immediately; they have to sign in again.')}
        />
        <FieldsForm
          action={changeRoleAction}
          isOneOfSeveral
          hidden={{ id }}
          fields={[
            {
              name: 'role',
              label: t('Role'),
              kind: 'select',
              value: role,
              options: grantable.map((one) => ({ value: one, label: `${t(roleNames[one])} — ${t(roleHints[one])}` })),
            },
          ]}
          submit={t('Change role')}
          tone="plain"
        />
      </section>
      <section className="section" aria-labelledby="sessions-head">
        <SectionHeader
          id="sessions-head"
          title={t('Sessions')}
          hint={t('If a device was lost, or someone else may have access.')}
        />
        <FieldsForm
          action={signOutUserAction}
          isOneOfSeveral
          hidden={{ id }}
          fields={[]}
          submit={t('Sign out everywhere')}
          tone="plain"
        />
      </section>
      {!isSelf && <BanSection user={user} />}
      {!can({ role }, 'admin.enter') && <CommentsSection id={id} />}
    </>
  );
}

function BanSection({ user }: { user: UserDetails }) {
  const t = useText();
  const { id, isBanned, bannedUntil, banReason } = user;
  return (
    <section className="section" aria-labelledby="suspension-head">
      <SectionHeader
        id="suspension-head"
        title={isBanned ? t('Suspended') : t('Suspend')}
        hint={
          isBanned
            ? `${bannedUntil ? t('Until {day}.', { day: shortDay(bannedUntil, 'UTC', t.language) }) : t('No end date.')} ${banReason}`
            : t('Suspended users can no longer sign in. Their posts and comments stay.')
        }
      />
      <SuspensionForm id={id} isBanned={isBanned} ban={banAction} unban={unbanAction} />
    </section>
  );
}

function CommentsSection({ id }: { id: string }) {
  const t = useText();
  return (
    <section className="section" aria-labelledby="comments-head">
      <SectionHeader
        id="comments-head"
        title={t('Comments')}
        hint={t('Have new comments await approval, or be seen by their author and moderators alone.')}
      />
      <p>
        <a className="button" href={paths.admin.commentAuthor(id)}>
          {t('Moderate their comments')}
        </a>
      </p>
    </section>
  );
}

function capped(count: number, t: Text) {
  return { counted: countText(count, t.language), count };
}
