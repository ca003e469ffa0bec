import type { OutboxEvent } from '@/lib/outbox/queueing';
import type { DomainEvent } from './event';

/**
 * Handles events after the commit, at least once each, by a job of the outbox. A failed one is retried and does not
 * block the others.
 */
export type Subscriber = {
  /** Part of the key against doubles; never changed once it is in use. */
  name: string;
  /** The job that an event means for it; null if it does not want this one. The handler is server/'s (startOutbox). */
  jobFor: (event: DomainEvent) => Omit<OutboxEvent, 'dedupeKey'> | null;
};

/**
 * Subscribers through the outbox. Others need no job: cache tags (./invalidation.ts, right after the commit), the audit
 * log (./audit.ts, in the writer's transaction), and the search indexes, whose triggers queue every changed row in the
 * same transaction.
 */
export const subscribers: readonly Subscriber[] = [{ name: 'email', jobFor: emailFor }];

/** The jobs of one event, one for each subscriber that wants it. */
export function jobsFor(id: string, event: DomainEvent, all: readonly Subscriber[] = subscribers): OutboxEvent[] {
  return all.flatMap(({ name, jobFor }) => {
    const job = jobFor(event);
    return job ? { ...job, dedupeKey: `${id}:${name}` } : [];
  });
}

// An e-mail that a visitor asks for (to sign in, to confirm an address) is a request and no event: lib/users/emails.ts.
function emailFor(event: DomainEvent) {
  if (event.type === 'user.invited') return emailTo(event.userId, 'invite');
  if (event.type === 'user.password-changed' && event.how === 'by-hand') {
    return emailTo(event.userId, 'password-changed');
  }
  return null;
}

function emailTo(userId: string, kind: string) {
  return { event: 'letter', payload: { kind, userId } };
}
