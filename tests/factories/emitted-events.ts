import type { DomainEvent } from '@/lib/events/event';
import { subscribers } from '@/lib/events/subscribers';

/** Runs a function and returns the events of the transactions that it committed. */
export async function eventsOf(work: () => Promise<unknown>): Promise<DomainEvent[]> {
  const events: DomainEvent[] = [];
  const listener = { name: 'test', jobsFor: (event: DomainEvent) => (events.push(event), []) };
  subscribers.push(listener);
  try {
    await work();
    return events;
  } finally {
    subscribers.splice(subscribers.indexOf(listener), 1);
  }
}
