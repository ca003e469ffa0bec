import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DashboardLanguageSection } from '@/components/users/dashboard-language-section';
import { PasskeySection } from '@/components/users/passkey-section';
import { SessionList } from '@/components/users/session-list';
import { Avatar } from '@/components/users/avatar';
import { FieldsForm, type FieldSpec } from '@/components/ui/fields-form';
import { FormAnswer } from '@/components/ui/form-answer';
import { LeaveGuard } from '@/components/ui/leave-guard';
import { findAnswer } from '@/lib/actions/form-answer';
import { can, roleNames, type Actor } from '@/lib/auth/actor';
import { passwordHint } from '@/lib/auth/password-policy';
import { safeReturnTo } from '@/lib/auth/return-to';
import { findActor } from '@/lib/auth/session';
import { countUnread, MAX_COUNT } from '@/lib/notifications/queries';
import { hasMailServer, unsentEmail } from '@/lib/mail/delivery';
import { paths } from '@/lib/web/paths';
import { findOwnAccount } from '@/lib/users/queries';
import { countClaimable } from '@/lib/users/claiming';
import { listPasskeys } from '@/lib/users/passkeys';
import { browserOfSession, listOwnSessions } from '@/lib/users/sessions';
import { getSettings } from '@/lib/settings/queries';
import { shortMoment, zoneAt } from '@/lib/time/site-time';
import { only } from '@/lib/web/search-params';
import { signOutAction } from '../signin/actions';
import {
  requestConfirmationAction,
  changePasswordAction,
  chooseDashboardLanguageAction,
  deleteAccountAction,
  keepAccountAction,
  claimCommentsAction,
  signOutEverywhereAction,
  updateProfileAction,
} from './actions';
import {
  addPasskeyAction,
  beginConfirmationAction,
  beginPasskeyAction,
  confirmWithPasskeyAction,
  removePasskeyAction,
  renamePasskeyAction,
} from './passkey-actions';

const passkeyActions = {
  begin: beginPasskeyAction,
  add: addPasskeyAction,
  rename: renamePasskeyAction,
  remove: removePasskeyAction,
  beginConfirmation: beginConfirmationAction,
  confirm: confirmWithPasskeyAction,
};

export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage({ searchParams }: PageProps<'/account'>) {
  const actor = await findActor();
  if (!actor) redirect(paths.signIn(paths.account()));
  const query = await searchParams;
  const to = safeReturnTo(only(query.to));
  const [account, passkeys, name, sessions, unread, claimable, { timeZone }] = await Promise.all([
    findOwnAccount(actor),
    listPasskeys(actor),
    browserOfSession(actor),
    listOwnSessions(actor),
    countUnread(actor),
    countClaimable(actor),
    getSettings(),
  ]);
  return (
    <LeaveGuard>
      <Who account={account} role={actor.role} />
      <FormAnswer state={await findAnswer()} />
      {account.deletesAt && <Deletion at={account.deletesAt} timeZone={timeZone} />}
      {!actor.emailVerified && <Unconfirmed to={to} />}
      {actor.emailVerified && query.confirmed && (
        <p className="notice notice--done" role="status">
          Your e-mail address is confirmed, and you are signed in. You can comment now.
        </p>
      )}
      <Links mayEnter={can(actor, 'admin.enter')} unread={unread} />

      <section className="auth__part" aria-labelledby="profile-head">
        <h2 id="profile-head">Public profile</h2>
        <FieldsForm
          action={updateProfileAction}
          isOneOfSeveral
          fields={profileFields(account, can(actor, 'posts.write'))}
          submit="Save"
          tone="plain"
        />
        {account.hasProfile && (
          <p>
            <a href={paths.profile(account.slug)}>Your comments, as everybody sees them</a>
          </p>
        )}
      </section>

      {can(actor, 'admin.enter') && (
        <DashboardLanguageSection chosen={actor.dashboardLanguage} action={chooseDashboardLanguageAction} />
      )}

      {claimable > 0 && <ClaimSection count={claimable} />}

      <PasswordSection hasPassword={account.hasPassword} />

      <PasskeySection
        {...{ passkeys, timeZone, name }}
        isNeeded={actor.needsPasskey === true}
        actions={passkeyActions}
      />

      <section className="auth__part" aria-labelledby="sessions-head">
        <h2 id="sessions-head">Active sessions</h2>
        <SessionList sessions={sessions} timeZone={timeZone} />
        <FieldsForm action={signOutEverywhereAction} fields={[]} submit="Sign out everywhere" tone="plain" />
      </section>

      <section className="auth__part" aria-labelledby="export-head">
        <h2 id="export-head">Your data</h2>
        <p className="auth__quiet">Your profile, comments and sessions as one JSON file.</p>
        <a className="button" href={paths.accountExport()} download>
          Download my data
        </a>
      </section>

      {!account.deletesAt && <DeleteAccountSection account={account} />}
    </LeaveGuard>
  );
}

function Links({ mayEnter, unread }: { mayEnter: boolean; unread: number }) {
  return (
    <div className="account__actions">
      {mayEnter && (
        <a className="button" href={paths.admin.dashboard()}>
          Go to the dashboard
        </a>
      )}
      <a className="button" href={paths.notifications()}>
        {notificationsLabel(unread)}
      </a>
      <a className="button" href={paths.picture()}>
        Picture
      </a>
      <a className="button" href={paths.muted()}>
        Muted people
      </a>
      <FieldsForm action={signOutAction} fields={[]} submit="Sign out" tone="plain" />
    </div>
  );
}

function notificationsLabel(unread: number) {
  if (unread === 0) return 'Notifications';
  return `Notifications (${unread < MAX_COUNT ? unread : `${MAX_COUNT - 1}+`} new)`;
}

type Account = Awaited<ReturnType<typeof findOwnAccount>>;

function Who({ account, role }: { account: Account; role: Actor['role'] }) {
  return (
    <div className="account__who">
      <Avatar seed={account.avatarSeed} size={72} />
      <div>
        <h1 dir="auto">{account.name}</h1>
        <p>
          <span>{account.email}</span>
          <span>{role !== 'reader' && ` · ${roleNames[role]}`}</span>
        </p>
      </div>
    </div>
  );
}

function ClaimSection({ count }: { count: number }) {
  const sentence =
    count === 1
      ? 'One comment that was imported from another system was written with your e-mail address.'
      : `${count.toLocaleString('en')} comments that were imported from another system were written with your e-mail address.`;
  return (
    <section className="auth__part" aria-labelledby="claim-head">
      <h2 id="claim-head">Earlier comments</h2>
      <p className="auth__quiet">{sentence}</p>
      <FieldsForm action={claimCommentsAction} isOneOfSeveral fields={[]} submit="Add to my account" tone="plain" />
    </section>
  );
}

function Deletion({ at, timeZone }: { at: Date; timeZone: string }) {
  return (
    <div className="notice notice--refused" role="status">
      <p>
        {`Your account will be deleted after ${shortMoment(at, { timeZone })} (${zoneAt(at, timeZone)}). Until then you can keep it.`}
      </p>
      <FieldsForm action={keepAccountAction} isOneOfSeveral fields={[]} submit="Keep my account" tone="plain" />
    </div>
  );
}

function Unconfirmed({ to }: { to: string }) {
  return (
    <div className="notice" role="status">
      <p>
        {hasMailServer()
          ? 'Your e-mail address is not confirmed. To post comments, open the link in the e-mail that we sent you.'
          : `Your e-mail address is not confirmed. To post comments, open the link in the e-mail for you. ${unsentEmail}`}
      </p>
      <FieldsForm
        action={requestConfirmationAction}
        isOneOfSeveral
        hidden={{ to }}
        fields={[]}
        submit={hasMailServer() ? 'Send the e-mail again' : 'Make a new link'}
        tone="plain"
        isOnce
      />
    </div>
  );
}

function PasswordSection({ hasPassword }: { hasPassword: boolean }) {
  return (
    <section className="auth__part" aria-labelledby="password-head">
      <h2 id="password-head">{hasPassword ? 'Change your password' : 'Choose a password'}</h2>
      <p className="auth__quiet">
        {hasPassword
          ? 'Changing it signs you out in every other browser.'
          : 'You sign in with a link by e-mail or with another account. With a password you can sign in directly, too.'}
      </p>
      <FieldsForm
        action={changePasswordAction}
        isOneOfSeveral
        fields={[
          ...(hasPassword ? [presentPassword] : []),
          {
            name: 'password',
            label: 'New password',
            kind: 'password',
            autoComplete: 'new-password',
            hint: passwordHint,
          },
        ]}
        submit={hasPassword ? 'Change password' : 'Save password'}
        tone="plain"
      />
    </section>
  );
}

function DeleteAccountSection({ account: { email, hasPassword } }: { account: Account }) {
  return (
    <section className="auth__part" aria-labelledby="delete-account-head">
      <h2 id="delete-account-head">Delete your account</h2>
      <p className="auth__quiet">
        Your account is deleted 24 hours after you ask for it; until then you can change your mind here. After that,
        your name, e-mail address, password and sessions cannot be restored. What you wrote stays, under “Deleted
        person”.
      </p>
      <FieldsForm
        action={deleteAccountAction}
        isOneOfSeveral
        fields={
          hasPassword ? [{ ...presentPassword, name: 'ownPassword', label: 'Enter your password to confirm' }] : []
        }
        submit="Delete my account"
        question={{
          title: `Delete the account ${email}?`,
          what: 'Your name, e-mail address, password and sessions are deleted in 24 hours. Until then you can change your mind on this page.',
        }}
      />
    </section>
  );
}

const presentPassword = {
  name: 'currentPassword',
  label: 'Current password',
  kind: 'password',
  autoComplete: 'current-password',
} satisfies FieldSpec;

function profileFields(account: Account, isWriter: boolean): FieldSpec[] {
  const name: FieldSpec = { name: 'name', label: 'Name', autoComplete: 'name', maxLength: 80, value: account.name };
  const page: FieldSpec = {
    kind: 'check',
    name: 'hasProfile',
    label: 'Show a page with my comments',
    hint: 'Everybody can open it by your name beside a comment. Search engines are asked to leave it out.',
    checked: account.hasProfile,
  };
  if (!isWriter) return [name, page];
  return [
    name,
    page,
    { name: 'bio', label: 'About you', kind: 'area', rows: 4, maxLength: 1_000, value: account.bio },
    { name: 'website', label: 'Website', maxLength: 300, value: account.website, autoComplete: 'url' },
  ];
}
