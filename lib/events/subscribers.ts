import type { OutboxEvent } from '@/lib/outbox/queueing';
import type { DomainEvent } from './event';

/** Handles events after the commit through the outbox, at least once each. */
export type Subscriber = {
  /** Part of the deduplication key: never change it. */
  name: string;
  jobFor: (event: DomainEvent) => Omit<OutboxEvent, 'dedupeKey'> | null;
};

/** Cache tags, audit log and search indexes are updated without a job. */
export const subscribers: readonly Subscriber[] = [{ name: 'email', jobFor: emailFor }];

export function jobsFor(id: string, event: DomainEvent, all: readonly Subscriber[] = subscribers): OutboxEvent[] {
  return all.flatMap(({ name, jobFor }) => {
    const job = jobFor(event);
    return job ? { ...job, dedupeKey: `${id}:${name}` } : [];
  });
}

// E-mails that a visitor requests (sign-in, confirmation) are no events: lib/users/emails.ts.
function emailFor(event: DomainEvent) {
  if (event.type === 'user.invited') return emailTo(event.userId, 'invite');
  if (event.type === 'user.password-changed' && event.how === 'by-hand') {
    return emailTo(event.userId, 'password-changed');
  }
  return null;
}

function emailTo(userId: string, kind: string) {
  return { event: 'email', payload: { kind, userId } };
}
