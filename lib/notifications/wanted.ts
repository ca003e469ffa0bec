import {
  choiceOf,
  choicesFrom,
  isWorthAnEmail,
  kinds,
  moderatingRoles,
  type Choices,
  type Delivery,
} from './notification';
import { mayEmail } from './recipient';

type Recipient = Parameters<typeof mayEmail>[0] & {
  role: string;
  notificationChoice: Partial<Record<keyof Choices, string>> | null;
};
type Waiting = { kind: string; createdAt: Date };

/** Whether an e-mail that waits is still wanted. Asked when it is sent: much may have changed since it was told. */
export function isStillWanted({ kind: word, createdAt }: Waiting, user: Recipient, follows: boolean, now = new Date()) {
  const kind = kinds.find((each) => each === word);
  if (!kind || !isWorthAnEmail({ createdAt }, now)) return false;
  if ((kind === 'follow' || kind === 'follow-replies') && !follows) return false;
  if (kind === 'all' && !moderatingRoles.some((role) => role === user.role)) return false;
  const wanted: Delivery = choicesFrom(user.notificationChoice)[choiceOf[kind]];
  return mayEmail(user, wanted, now);
}
