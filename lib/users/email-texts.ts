import 'server-only';
import type { Translator } from '@/lib/i18n/translator';
import type { TokenPurpose } from '@/lib/auth/tokens';
import type { EmailData, EmailKind } from '@/lib/events/email-kinds';
import type { EmailTemplate } from '@/lib/mail/email-template';
import { formatMoment, type DateStyle } from '@/lib/time/dates';
import { zoneAt } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';
import { writeCorrectionDecision } from './correction-emails';
import { writeAppealDecision, writeRemoval } from './decision-emails';
import { absolute, greetingIn } from './email-parts';
import { invitedBy } from './invitation-words';
import { writeNoteEmail } from './note-emails';

export type Recipient = { id: string; name: string; emailVerifiedAt: Date | null; deletesAt: Date | null };
/** `secret` makes a link's token. */
export type Links = {
  secret: (purpose: TokenPurpose, seconds: number) => Promise<string>;
  siteName: string;
  /** In the site's language. */
  t: Translator;
  dates: DateStyle;
};

const HOUR_SECONDS = 60 * 60;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** Kinds with a link that can be open already. */
export const linkPurposes: Partial<Record<EmailKind, TokenPurpose>> = {
  'confirm-email': 'confirm-email',
  'sign-up-again': 'magic-link',
  'reset-password': 'reset-password',
  'magic-link': 'magic-link',
  invite: 'magic-link',
};

type Writers = {
  [Kind in EmailKind]: (user: Recipient, links: Links, about: EmailData<Kind>) => Promise<EmailTemplate | null>;
};

/** The text of each kind, from what is true when it is sent. Null: it is not needed any more, and nothing is sent. */
export const emailWriters: Writers = {
  'confirm-email': async ({ name, emailVerifiedAt }, { secret, siteName: site, t }) => {
    if (emailVerifiedAt) return null;
    return {
      subject: t('email.confirmSubject', { site }),
      greeting: greetingIn(t, name),
      paragraphs: [t('email.confirmWho', { site })],
      action: {
        label: t('email.confirmAction'),
        href: absolute(paths.confirmEmail(await secret('confirm-email', 3 * DAY_SECONDS))),
      },
      closing: [t('email.onceDays'), t('email.ignore')],
    };
  },

  'sign-up-again': async ({ name, emailVerifiedAt }, { secret, siteName: site, t }) => ({
    subject: t('email.againSubject', { site }),
    greeting: greetingIn(t, name),
    paragraphs: [t('email.againWho', { site }), ...(emailVerifiedAt ? [] : [t('email.againConfirms')])],
    action: { label: t('auth.signIn'), href: absolute(paths.magicLink(await secret('magic-link', HOUR_SECONDS))) },
    closing: [t('email.againOnce'), t('email.ignore')],
  }),

  'reset-password': async ({ name }, { secret, siteName: site, t }) => ({
    subject: t('email.resetSubject', { site }),
    greeting: greetingIn(t, name),
    paragraphs: [t('email.resetHow')],
    action: {
      label: t('auth.newPasswordTitle'),
      href: absolute(paths.newPassword(await secret('reset-password', HOUR_SECONDS))),
    },
    closing: [t('email.onceHour'), t('email.ignore')],
  }),

  'magic-link': async ({ name }, { secret, siteName: site, t }) => ({
    subject: t('email.linkSubject', { site }),
    greeting: greetingIn(t, name),
    paragraphs: [t('email.linkHow')],
    action: { label: t('auth.signIn'), href: absolute(paths.magicLink(await secret('magic-link', HOUR_SECONDS))) },
    closing: [t('email.onceHour'), t('email.ignore')],
  }),

  invite: async ({ id, name }, { secret, siteName: site, t }, { byId }) => ({
    subject: t('email.inviteSubject', { site }),
    greeting: greetingIn(t, name),
    paragraphs: [...(await invitedBy(id, byId, { site, t })), t('email.inviteHow', { site })],
    action: {
      label: t('email.inviteAction'),
      href: absolute(paths.magicLink(await secret('magic-link', 7 * DAY_SECONDS))),
    },
    closing: [t('email.inviteDays')],
  }),

  'change-email': async ({ name }, { secret, siteName: site, t }) => ({
    subject: t('email.newAddressSubject', { site }),
    greeting: greetingIn(t, name),
    paragraphs: [t('email.newAddressHow', { site })],
    action: {
      label: t('email.newAddressAction'),
      href: absolute(paths.confirmNewEmail(await secret('change-email', DAY_SECONDS))),
    },
    closing: [t('email.newAddressOnce'), t('email.ignore')],
  }),

  'email-changed': async ({ name }, { siteName: site, t }) => ({
    subject: t('email.addressChangedSubject', { site }),
    greeting: greetingIn(t, name),
    paragraphs: [t('email.addressChanged', { site })],
    action: { label: t('account.title'), href: absolute(paths.account()) },
    closing: [t('email.notYouAddress')],
  }),

  'password-changed': async ({ name }, { siteName: site, t }) => ({
    subject: t('email.passwordSubject', { site }),
    greeting: greetingIn(t, name),
    paragraphs: [t('email.passwordChanged', { site }), t('email.notYouPassword')],
    action: { label: t('email.notMe'), href: absolute(paths.forgotPassword()) },
    closing: [t('email.wasYou')],
  }),

  'passkey-added': async ({ name }, { siteName, t }) => aboutPasskey('passkeyAdded', name, { siteName, t }),
  'passkey-removed': async ({ name }, { siteName, t }) => aboutPasskey('passkeyRemoved', name, { siteName, t }),

  'deletion-scheduled': async ({ name, deletesAt }, { siteName: site, dates, t }) => {
    if (!deletesAt) return null;
    const when = { moment: formatMoment(deletesAt, dates), zone: zoneAt(deletesAt, dates.timeZone) };
    return {
      subject: t('email.deletionSubject', { site }),
      greeting: greetingIn(t, name),
      paragraphs: [t('email.deletion', { site, ...when }), t('email.deletionKeep')],
      action: { label: t('account.keep'), href: absolute(paths.account()) },
      closing: [t('email.deletionWanted')],
    };
  },

  'comment-removed': writeRemoval,
  'appeal-decided': writeAppealDecision,
  'correction-decided': writeCorrectionDecision,
  'note-written': writeNoteEmail,
};

function aboutPasskey(
  what: 'passkeyAdded' | 'passkeyRemoved',
  name: string,
  { siteName: site, t }: Pick<Links, 'siteName' | 't'>,
): EmailTemplate {
  return {
    subject: t(`email.${what}Subject`, { site }),
    greeting: greetingIn(t, name),
    paragraphs: [t(`email.${what}`, { site }), t('email.notYouPasskey')],
    action: { label: t('email.notMe'), href: absolute(paths.forgotPassword()) },
    closing: [t('email.wasYou')],
  };
}
