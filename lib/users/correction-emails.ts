import 'server-only';
import { findDecided } from '@/lib/corrections/queries';
import type { Translator } from '@/lib/i18n/translator';
import type { EmailTemplate } from '@/lib/mail/email-template';
import { findChoices } from '@/lib/notifications/choices';
import { titleOf } from '@/lib/posts/title';
import { paths } from '@/lib/web/paths';
import { absolute } from './email-parts';

type Recipient = { id: string; name: string; emailVerifiedAt: Date | null };
type Site = { siteName: string; t: Translator };
type Decided = NonNullable<Awaited<ReturnType<typeof findDecided>>>;

/** Tells a reader what became of a correction, with the editor’s note; null if they do not want to know. */
export async function writeCorrectionDecision(
  user: Recipient,
  { siteName: site, t }: Site,
  { correctionId }: { correctionId: string },
): Promise<EmailTemplate | null> {
  if (!user.emailVerifiedAt) return null;
  const [decided, { corrections }] = await Promise.all([findDecided(user, { id: correctionId }), findChoices(user)]);
  if (!decided || corrections === 'off') return null;
  const { quote, replacement, note, post } = decided;
  const isAccepted = decided.status === 'accepted';
  const title = titleOf(post);
  return {
    subject: t(isAccepted ? 'corrections.toldAccepted' : 'corrections.toldDeclined', { title }),
    greeting: t('email.greeting', { name: user.name }),
    paragraphs: [
      t(isAccepted ? 'email.correctionAccepted' : 'email.correctionDeclined', { title, site }),
      t('email.correctionWas', { quote, replacement }),
      ...(note ? [t(isAccepted ? 'corrections.articleNote' : 'corrections.note', { note })] : []),
    ],
    action: actionFor(decided, t),
    closing: [t('email.whyCorrection')],
    links: [{ label: t('email.choose'), href: absolute(paths.notifications()) }],
  };
}

function actionFor({ id, commentId, status, post: { slug } }: Decided, t: Translator): EmailTemplate['action'] {
  if (status === 'accepted') {
    return { label: t('email.correctionArticle'), href: absolute(paths.correction(slug, id)) };
  }
  return commentId === null
    ? null
    : { label: t('email.correctionComment'), href: absolute(paths.comment(slug, commentId)) };
}
