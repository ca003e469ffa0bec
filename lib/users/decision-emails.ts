import 'server-only';
import { findStatement, type Statement } from '@/lib/comments/statements/queries';
import type { EmailTemplate } from '@/lib/mail/email-template';
import { findChoices } from '@/lib/notifications/choices';
import { shortDay } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';
import { absolute, greetingFor } from './email-parts';

type Recipient = { id: string; name: string; emailVerifiedAt: Date | null };
type Site = { siteName: string; timeZone: string };
type About = { statementId: string };

/** Tells an author that a comment was removed, why, and how to appeal; null if it is shown again or not wanted. */
export async function writeRemoval(
  user: Recipient,
  { siteName, timeZone }: Site,
  about: About,
): Promise<EmailTemplate | null> {
  const statement = await findWanted(user, about);
  if (!statement?.isRemoved) return null;
  const { reason, explanation, excerpt, wasHeldBySoftware, appealsUntil } = statement;
  return {
    subject: `Your comment at ${siteName} was removed`,
    greeting: greetingFor(user.name),
    paragraphs: [
      `A moderator removed your comment: “${excerpt}”`,
      `Reason: ${reason}.${explanation && ` ${explanation}`}`,
      wasHeldBySoftware
        ? 'Software had kept it for a moderator to look at. A person decided.'
        : 'A person decided, without software.',
      `If you think that the decision is wrong, you can appeal until ${shortDay(appealsUntil, timeZone)}:`,
    ],
    action: { label: 'See the decision', href: absolute(paths.decision(about.statementId)) },
    closing: [closing()],
  };
}

/** Tells an author what became of their appeal; null if they do not want to know. */
export async function writeAppealDecision(
  user: Recipient,
  { siteName }: Site,
  about: About,
): Promise<EmailTemplate | null> {
  const statement = await findWanted(user, about);
  if (!statement) return null;
  const { appealStatus, appealAnswer, excerpt } = statement;
  return {
    subject: `Your appeal at ${siteName} was ${appealStatus}`,
    greeting: greetingFor(user.name),
    paragraphs: [
      appealStatus === 'upheld'
        ? `Your appeal was upheld, and your comment is shown again: “${excerpt}”`
        : `Your appeal was rejected, and your comment stays removed: “${excerpt}”`,
      ...(appealAnswer ? [appealAnswer] : []),
    ],
    action: { label: 'See the decision', href: absolute(paths.decision(about.statementId)) },
    closing: [closing()],
  };
}

// Nothing is sent to an address that was not confirmed.
async function findWanted({ id, emailVerifiedAt }: Recipient, { statementId }: About): Promise<Statement | null> {
  if (!emailVerifiedAt) return null;
  const user = { id };
  const [statement, { decisions }] = await Promise.all([findStatement(user, statementId), findChoices(user)]);
  return decisions === 'off' ? null : statement;
}

function closing() {
  return `You can end these e-mails in your account: ${absolute(paths.notifications())}`;
}
