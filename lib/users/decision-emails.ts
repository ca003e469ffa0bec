import 'server-only';
import { findStatement, type Statement } from '@/lib/comments/statements/queries';
import type { Translator } from '@/lib/i18n/translator';
import type { EmailTemplate } from '@/lib/mail/email-template';
import { findChoices } from '@/lib/notifications/choices';
import { formatDay, type DateStyle } from '@/lib/time/dates';
import { paths } from '@/lib/web/paths';
import { absolute, greetingIn } from './email-parts';

type Recipient = { id: string; name: string; emailVerifiedAt: Date | null };
type Site = { siteName: string; t: Translator; dates: DateStyle };
type About = { statementId: string };

/** Tells an author that a comment was removed, why, and how to appeal; null if it is shown again or not wanted. */
export async function writeRemoval(
  user: Recipient,
  { siteName: site, t, dates }: Site,
  about: About,
): Promise<EmailTemplate | null> {
  const statement = await findWanted(user, about);
  if (!statement?.isRemoved) return null;
  const { reason, explanation, excerpt, wasHeldBySoftware, appealsUntil } = statement;
  const why = t('email.removalReason', { reason: t(`reason.${reason}`) });
  return {
    subject: t('email.removalSubject', { site }),
    greeting: greetingIn(t, user.name),
    paragraphs: [
      t('email.removal', { text: excerpt }),
      explanation ? `${why} ${explanation}` : why,
      t(wasHeldBySoftware ? 'decision.afterSoftware' : 'decision.byPerson'),
      t('email.removalAppeal', { date: formatDay(appealsUntil, dates) }),
    ],
    action: actionFor(about, t),
    closing: [closing(t)],
  };
}

/** Tells an author what became of their appeal; null if they do not want to know. */
export async function writeAppealDecision(
  user: Recipient,
  { siteName: site, t }: Site,
  about: About,
): Promise<EmailTemplate | null> {
  const statement = await findWanted(user, about);
  if (!statement) return null;
  const { appealStatus, appealAnswer, excerpt: text } = statement;
  const isUpheld = appealStatus === 'upheld';
  return {
    subject: t(isUpheld ? 'email.upheldSubject' : 'email.rejectedSubject', { site }),
    greeting: greetingIn(t, user.name),
    paragraphs: [t(isUpheld ? 'email.upheld' : 'email.rejected', { text }), ...(appealAnswer ? [appealAnswer] : [])],
    action: actionFor(about, t),
    closing: [closing(t)],
  };
}

// Nothing is sent to an address that was not confirmed.
async function findWanted({ id, emailVerifiedAt }: Recipient, { statementId }: About): Promise<Statement | null> {
  if (!emailVerifiedAt) return null;
  const user = { id };
  const [statement, { decisions }] = await Promise.all([findStatement(user, statementId), findChoices(user)]);
  return decisions === 'off' ? null : statement;
}

function actionFor({ statementId }: About, t: Translator) {
  return { label: t('email.decisionAction'), href: absolute(paths.decision(statementId)) };
}

function closing(t: Translator) {
  return t('email.endDecisions', { address: absolute(paths.notifications()) });
}
