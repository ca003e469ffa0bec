import 'server-only';
import type { Translator } from '@/lib/i18n/translator';
import type { TokenPurpose } from '@/lib/auth/tokens';
import type { EmailData, EmailKind } from '@/lib/events/email-kinds';
import type { EmailTemplate } from '@/lib/mail/email-template';
import { shortMoment, zoneAt } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';
import { writeCorrectionDecision } from './correction-emails';
import { writeAppealDecision, writeRemoval } from './decision-emails';
import { absolute, greetingFor } from './email-parts';

export type Recipient = { id: string; name: string; emailVerifiedAt: Date | null; deletesAt: Date | null };
/** `secret` makes a link's token. */
export type Links = {
  secret: (purpose: TokenPurpose, seconds: number) => Promise<string>;
  siteName: string;
  /** In the site's language; invitations and news about the account are in English. */
  t: Translator;
  timeZone: string;
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

  invite: async ({ name }, { secret, siteName }) => ({
    subject: `You are invited to ${siteName}`,
    greeting: greetingFor(name),
    paragraphs: [
      `${siteName} has created an account for you. Use this link to open it. On your account page you can then choose a password.`,
    ],
    action: { label: `Open my account`, href: absolute(paths.magicLink(await secret('magic-link', 7 * DAY_SECONDS))) },
    closing: ['The link works once, for seven days. After that, “Sign in with a link by e-mail” sends you a new one.'],
  }),

  'password-changed': async ({ name }, { siteName }) => ({
    subject: `Your password for ${siteName} was changed`,
    greeting: greetingFor(name),
    paragraphs: [
      `Your password for ${siteName} was just changed, and every other browser was signed out.`,
      'If this was not you, choose a new password at once:',
    ],
    action: { label: 'This was not me', href: absolute(paths.forgotPassword()) },
    closing: ['If this was you, you do not need to do anything.'],
  }),

  'passkey-added': async ({ name }, { siteName }) => aboutPasskey('added to', name, siteName),
  'passkey-removed': async ({ name }, { siteName }) => aboutPasskey('removed from', name, siteName),

  'deletion-scheduled': async ({ name, deletesAt }, { siteName, timeZone }) => {
    if (!deletesAt) return null;
    return {
      subject: `Your account at ${siteName} will be deleted`,
      greeting: greetingFor(name),
      paragraphs: [
        `You asked ${siteName} to delete your account. That happens after ${shortMoment(deletesAt, { timeZone })} (${zoneAt(deletesAt, timeZone)}). What you wrote stays, without your name.`,
        'If you have changed your mind, or if this was not you, keep the account until then:',
      ],
      action: { label: 'Keep my account', href: absolute(paths.account()) },
      closing: ['If you still want it deleted, you do not need to do anything.'],
    };
  },

  'comment-removed': writeRemoval,
  'appeal-decided': writeAppealDecision,
  'correction-decided': writeCorrectionDecision,
};

function aboutPasskey(what: string, name: string, siteName: string): EmailTemplate {
  return {
    subject: `A passkey was ${what} your account at ${siteName}`,
    greeting: greetingFor(name),
    paragraphs: [
      `A passkey was just ${what} your account at ${siteName}.`,
      'If this was not you, choose a new password at once and look at the passkeys on your account page:',
    ],
    action: { label: 'This was not me', href: absolute(paths.forgotPassword()) },
    closing: ['If this was you, you do not need to do anything.'],
  };
}

function greetingIn(t: Translator, name: string) {
  return name ? t('email.greeting', { name }) : t('email.greetingNobody');
}
