import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SessionList } from '@/components/people/session-list';
import { Avatar } from '@/components/people/avatar';
import { FieldsForm, type FieldSpec } from '@/components/ui/fields-form';
import { LeaveGuard } from '@/components/ui/leave-guard';
import { can, roleNames } from '@/lib/auth/actor';
import { passwordHint } from '@/lib/auth/password-policy';
import { safeReturnTo } from '@/lib/auth/return-to';
import { findActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { findOwnAccount } from '@/lib/people/queries';
import { listOwnSessions } from '@/lib/people/sessions';
import { getSettings } from '@/lib/settings/queries';
import { only } from '@/lib/search-params';
import { signOutAction } from '../signin/actions';
import {
  askToConfirmAction,
  changePasswordAction,
  leaveAction,
  signOutEverywhereAction,
  updateProfileAction,
} from './actions';

export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage({ searchParams }: PageProps<'/account'>) {
  const actor = await findActor();
  if (!actor) redirect(paths.signIn(paths.account()));
  const to = safeReturnTo(only((await searchParams).to));
  const [account, sessions, style] = await Promise.all([findOwnAccount(actor), listOwnSessions(actor), getSettings()]);
  return (
    <LeaveGuard>
      <div className="account__who">
        <Avatar seed={account.avatarSeed} size={72} />
        <div>
          <h1 dir="auto">{account.name}</h1>
          <p>
            <span>{account.email}</span>
            <span>{actor.role !== 'reader' && ` · ${roleNames[actor.role]}`}</span>
          </p>
        </div>
      </div>
      {!actor.emailVerified && (
        <div className="notice" role="status">
          <p>Your e-mail address is not confirmed. To post comments, open the link in the e-mail that we sent you.</p>
          <FieldsForm
            action={askToConfirmAction}
            isOneOfSeveral
            hidden={{ to }}
            fields={[]}
            submit="Send the e-mail again"
            tone="plain"
            isOnce
          />
        </div>
      )}
      <div className="account__acts">
        {can(actor, 'admin.enter') && (
          <a className="button" href={paths.admin.start()}>
            Go to the newsroom
          </a>
        )}
        <FieldsForm action={signOutAction} fields={[]} submit="Sign out" tone="plain" />
      </div>

      <section className="door__part" aria-labelledby="profile-head">
        <h2 id="profile-head">Public profile</h2>
        <FieldsForm
          action={updateProfileAction}
          isOneOfSeveral
          fields={profileFields(account, can(actor, 'posts.write'))}
          submit="Save"
          tone="plain"
        />
      </section>

      <section className="door__part" aria-labelledby="password-head">
        <h2 id="password-head">{account.hasPassword ? 'Change your password' : 'Choose a password'}</h2>
        <p className="door__quiet">
          {account.hasPassword
            ? 'Changing it signs you out in every other browser.'
            : 'You sign in with a link by e-mail or with another account. With a password you can sign in directly, too.'}
        </p>
        <FieldsForm
          action={changePasswordAction}
          isOneOfSeveral
          fields={[
            ...(account.hasPassword ? [presentPassword] : []),
            {
              name: 'password',
              label: 'New password',
              kind: 'password',
              autoComplete: 'new-password',
              hint: passwordHint,
            },
          ]}
          submit={account.hasPassword ? 'Change password' : 'Save password'}
          tone="plain"
        />
      </section>

      <section className="door__part" aria-labelledby="sessions-head">
        <h2 id="sessions-head">Active sessions</h2>
        <SessionList sessions={sessions} style={style} />
        <FieldsForm action={signOutEverywhereAction} fields={[]} submit="Sign out everywhere" tone="plain" />
      </section>

      <section className="door__part" aria-labelledby="export-head">
        <h2 id="export-head">Your data</h2>
        <p className="door__quiet">Your profile, comments and sessions as one JSON file.</p>
        <a className="button" href={paths.accountExport()} download>
          Download my data
        </a>
      </section>

      <section className="door__part" aria-labelledby="leave-head">
        <h2 id="leave-head">Delete your account</h2>
        <p className="door__quiet">
          Your name, e-mail address, password and sessions are deleted at once and cannot be restored. What you wrote
          stays, under “Deleted person”.
        </p>
        <FieldsForm
          action={leaveAction}
          isOneOfSeveral
          fields={
            account.hasPassword
              ? [{ ...presentPassword, name: 'ownPassword', label: 'Enter your password to confirm' }]
              : []
          }
          submit="Delete my account"
          question={{
            title: `Delete the account ${account.email}?`,
            what: 'Your name, e-mail address, password and sessions are deleted at once. This cannot be undone.',
          }}
        />
      </section>
    </LeaveGuard>
  );
}

const presentPassword = {
  name: 'currentPassword',
  label: 'Current password',
  kind: 'password',
  autoComplete: 'current-password',
} satisfies FieldSpec;

function profileFields(account: { name: string; bio: string; website: string }, isWriter: boolean): FieldSpec[] {
  const name: FieldSpec = { name: 'name', label: 'Name', autoComplete: 'name', maxLength: 80, value: account.name };
  if (!isWriter) return [name];
  return [
    name,
    { name: 'bio', label: 'About you', kind: 'area', rows: 4, maxLength: 1_000, value: account.bio },
    { name: 'website', label: 'Website', maxLength: 300, value: account.website, autoComplete: 'url' },
  ];
}
