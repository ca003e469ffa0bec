import { ActionForm } from '@/components/comments/action-form';
import type { Action } from '@/components/ui/action-errors';
import { shortDay } from '@/lib/time/site-time';

type Refusal = { email: string; reply: string; refusedAt: Date };
type Props = { refusal: Refusal; timeZone: string; action: Action; at: string };

/** Why no e-mails about comments come, in the words of the mail server, and the button to try again. */
export function EmailRefusal({ refusal: { email, reply, refusedAt }, timeZone, action, at }: Props) {
  return (
    <div className="notice notice--refused refusal">
      <p>
        <span>{`On ${shortDay(refusedAt, timeZone)} the mail server of`}</span> <bdi>{email}</bdi>{' '}
        <span>refused an e-mail, so none about comments are sent to you:</span> <q dir="auto">{reply}</q>
      </p>
      <p>Change the address in your account, or try again once your mailbox works.</p>
      <ActionForm action={action} at={at}>
        <button className="button">Try again</button>
      </ActionForm>
    </div>
  );
}
