import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DashboardLanguageSection } from '@/components/users/dashboard-language-section';
import { PasskeySection } from '@/components/users/passkey-section';
import { SessionList } from '@/components/users/session-list';
import { Avatar } from '@/components/users/avatar';
import { FieldsForm, type FieldSpec } from '@/components/ui/fields-form';
import { FormAnswer } from '@/components/ui/form-answer';
import { LeaveGuard } from '@/components/ui/leave-guard';
import { translatorOf, type Translator } from '@/lib/i18n/translator';
import { findAnswer } from '@/lib/actions/form-answer';
import { can, type Actor } from '@/lib/auth/actor';
import { safeReturnTo } from '@/lib/auth/return-to';
import { findActor } from '@/lib/auth/session';
import { countUnread, MAX_COUNT } from '@/lib/notifications/queries';
import { hasMailServer } from '@/lib/mail/delivery';
import { paths } from '@/lib/web/paths';
import { findOwnAccount } from '@/lib/users/queries';
import { countClaimable } from '@/lib/users/claiming';
import { listPasskeys } from '@/lib/users/passkeys';
import { browserOfSession, listOwnSessions } from '@/lib/users/sessions';
import { getSettings } from '@/lib/settings/queries';
import { formatMoment, type DateStyle } from '@/lib/time/dates';
import { zoneAt } from '@/lib/time/site-time';
import { only } from '@/lib/web/search-params';
import { readTranslator } from '@/app/(site)/reads';
import { signOutAction } from '../signin/actions';
import { EmailSection } from './email-section';
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

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())('account.title') };
}

export default async function AccountPage({ searchParams }: PageProps<'/account'>) {
  const actor = await findActor();
  if (!actor) redirect(paths.signIn(paths.account()));
  const query = await searchParams;
  const to = safeReturnTo(only(query.to));
  const dates = await getSettings();
  const t = translatorOf(dates.language);
  const [account, passkeys, name, sessions, unread, claimable] = await Promise.all([
    findOwnAccount(actor),
    listPasskeys(actor),
    browserOfSession(actor, t),
    listOwnSessions(actor),
    countUnread(actor),
    countClaimable(actor),
  ]);
  return (
    <LeaveGuard>
      <Who account={account} role={actor.role} t={t} />
      <FormAnswer state={await findAnswer()} />
      {account.deletesAt && <Deletion at={account.deletesAt} dates={dates} t={t} />}
      {!actor.emailVerified && <Unconfirmed to={to} t={t} />}
      {actor.emailVerified && query.confirmed && (
        <p className="notice notice--done" role="status">
          {t('account.confirmed')}
        </p>
      )}
      <Links mayEnter={can(actor, 'admin.enter')} unread={unread} t={t} />

      <section className="auth__part" aria-labelledby="profile-head">
        <h2 id="profile-head">{t('account.profile')}</h2>
        <FieldsForm
          action={updateProfileAction}
          isOneOfSeveral
          fields={profileFields(account, can(actor, 'posts.write'), t)}
          submit={t('account.save')}
          tone="plain"
        />
        {account.hasProfile && (
          <p>
            <a href={paths.profile(account.slug)}>{t('account.ownPage')}</a>
          </p>
        )}
      </section>

      <EmailSection hasPassword={account.hasPassword} t={t} />

      {can(actor, 'admin.enter') && (
        <DashboardLanguageSection chosen={actor.dashboardLanguage} action={chooseDashboardLanguageAction} t={t} />
      )}

      {claimable > 0 && <ClaimSection count={claimable} t={t} />}

      <PasswordSection hasPassword={account.hasPassword} t={t} />

      <PasskeySection
        {...{ passkeys, dates, name, t }}
        isNeeded={actor.needsPasskey === true}
        actions={passkeyActions}
      />

      <section className="auth__part" aria-labelledby="sessions-head">
        <h2 id="sessions-head">{t('account.sessions')}</h2>
        <SessionList {...{ sessions, dates, t }} />
        <FieldsForm action={signOutEverywhereAction} fields={[]} submit={t('account.signOutEverywhere')} tone="plain" />
      </section>

      <section className="auth__part" aria-labelledby="export-head">
        <h2 id="export-head">{t('account.data')}</h2>
        <p className="auth__quiet">{t('account.dataHint')}</p>
        <a className="button" href={paths.accountExport()} download>
          {t('account.download')}
        </a>
      </section>

      {!account.deletesAt && <DeleteAccountSection account={account} t={t} />}
    </LeaveGuard>
  );
}

function Links({ mayEnter, unread, t }: { mayEnter: boolean; unread: number; t: Translator }) {
  return (
    <div className="account__actions">
      {mayEnter && (
        <a className="button" href={paths.admin.dashboard()}>
          {t('account.dashboard')}
        </a>
      )}
      <a className="button" href={paths.notifications()}>
        {notificationsLabel(unread, t)}
      </a>
      <a className="button" href={paths.picture()}>
        {t('account.picture')}
      </a>
      <a className="button" href={paths.muted()}>
        {t('single.mutedPeople')}
      </a>
      <FieldsForm action={signOutAction} fields={[]} submit={t('auth.signOut')} tone="plain" />
    </div>
  );
}

function notificationsLabel(unread: number, t: Translator) {
  if (unread === 0) return t('account.notifications');
  return t('account.newNotifications', { count: unread < MAX_COUNT ? String(unread) : `${MAX_COUNT - 1}+` });
}

type Account = Awaited<ReturnType<typeof findOwnAccount>>;

function Who({ account, role, t }: { account: Account; role: Actor['role']; t: Translator }) {
  return (
    <div className="account__who">
      <Avatar seed={account.avatarSeed} size={72} />
      <div>
        <h1>
          <bdi>{account.name}</bdi>
        </h1>
        <p>
          <bdi>{account.email}</bdi>
          <span>{role !== 'reader' && ` · ${t(`account.role.${role}`)}`}</span>
        </p>
      </div>
    </div>
  );
}

function ClaimSection({ count, t }: { count: number; t: Translator }) {
  return (
    <section className="auth__part" aria-labelledby="claim-head">
      <h2 id="claim-head">{t('account.claimTitle')}</h2>
      <p className="auth__quiet">{t('account.claimCount', { count })}</p>
      <FieldsForm action={claimCommentsAction} isOneOfSeveral fields={[]} submit={t('account.claim')} tone="plain" />
    </section>
  );
}

function Deletion({ at, dates, t }: { at: Date; dates: DateStyle; t: Translator }) {
  return (
    <div className="notice notice--refused" role="status">
      <p>{t('account.deletes', { moment: formatMoment(at, dates), zone: zoneAt(at, dates.timeZone) })}</p>
      <FieldsForm action={keepAccountAction} isOneOfSeveral fields={[]} submit={t('account.keep')} tone="plain" />
    </div>
  );
}

function Unconfirmed({ to, t }: { to: string; t: Translator }) {
  return (
    <div className="notice" role="status">
      <p>{hasMailServer() ? t('account.unconfirmed') : `${t('account.unconfirmedUnsent')} ${t('said.unsentEmail')}`}</p>
      <FieldsForm
        action={requestConfirmationAction}
        isOneOfSeveral
        hidden={{ to }}
        fields={[]}
        submit={hasMailServer() ? t('account.sendAgain') : t('account.newLink')}
        tone="plain"
        isOnce
      />
    </div>
  );
}

function PasswordSection({ hasPassword, t }: { hasPassword: boolean; t: Translator }) {
  return (
    <section className="auth__part" aria-labelledby="password-head">
      <h2 id="password-head">{t(hasPassword ? 'account.changePasswordTitle' : 'account.choosePasswordTitle')}</h2>
      <p className="auth__quiet">{t(hasPassword ? 'account.changeSignsOut' : 'account.noPassword')}</p>
      <FieldsForm
        action={changePasswordAction}
        isOneOfSeveral
        fields={[
          ...(hasPassword ? [presentPassword('currentPassword', t('account.currentPassword'))] : []),
          {
            name: 'password',
            label: t('auth.newPassword'),
            kind: 'password',
            autoComplete: 'new-password',
            hint: t('auth.passwordHint'),
          },
        ]}
        submit={t(hasPassword ? 'account.changePassword' : 'account.savePassword')}
        tone="plain"
      />
    </section>
  );
}

function DeleteAccountSection({ account: { email, hasPassword }, t }: { account: Account; t: Translator }) {
  return (
    <section className="auth__part" aria-labelledby="delete-account-head">
      <h2 id="delete-account-head">{t('account.deleteTitle')}</h2>
      <p className="auth__quiet">{t('account.deleteHint', { name: t('account.deletedName') })}</p>
      <FieldsForm
        action={deleteAccountAction}
        isOneOfSeveral
        fields={hasPassword ? [presentPassword('ownPassword', t('account.deleteConfirm'))] : []}
        submit={t('account.delete')}
        question={{ title: t('account.deleteQuestion', { email: email ?? '' }), what: t('account.deleteWhat') }}
      />
    </section>
  );
}

function presentPassword(name: string, label: string): FieldSpec {
  return { name, label, kind: 'password', autoComplete: 'current-password' };
}

function profileFields(account: Account, isWriter: boolean, t: Translator): FieldSpec[] {
  const name: FieldSpec = {
    name: 'name',
    label: t('auth.name'),
    autoComplete: 'name',
    maxLength: 80,
    value: account.name,
  };
  const page: FieldSpec = {
    kind: 'check',
    name: 'hasProfile',
    label: t('account.hasProfile'),
    hint: t('account.hasProfileHint'),
    checked: account.hasProfile,
  };
  if (!isWriter) return [name, page];
  return [
    name,
    page,
    { name: 'bio', label: t('account.bio'), kind: 'area', rows: 4, maxLength: 1_000, value: account.bio },
    { name: 'website', label: t('account.website'), maxLength: 300, value: account.website, autoComplete: 'url' },
  ];
}
