import { ActionForm } from '@/components/comments/action-form';
import { Message } from '@/components/layout/message';
import type { Action } from '@/components/ui/action-errors';
import type { Translator } from '@/lib/i18n/translator';
import { formatDay, type DateStyle } from '@/lib/time/dates';

type Refusal = { email: string; reply: string; refusedAt: Date };
type Props = { refusal: Refusal; dates: DateStyle; t: Translator; action: Action; at: string };

/** Why no e-mails about comments come, in the words of the mail server, and the button to try again. */
export function EmailRefusal({ refusal: { email, reply, refusedAt }, dates, t, action, at }: Props) {
  const values = { date: formatDay(refusedAt, dates), address: email, reply };
  return (
    <div className="notice notice--refused refusal">
      <p>
        <Message parts={t.parts('notifications.refused', values, { email: ownDirection, quote: quoted })} />
      </p>
      <p>{t('notifications.refusedHint')}</p>
      <ActionForm action={action} at={at}>
        <button className="button">{t('notifications.tryAgain')}</button>
      </ActionForm>
    </div>
  );
}

function ownDirection(text: string) {
  return <bdi>{text}</bdi>;
}

function quoted(text: string) {
  return <q dir="auto">{text}</q>;
}
