import type { Client } from 'pg';

/** Queues statements: the driver's own queue is deprecated. */
export function serialise(client: Client) {
  const send = client.query.bind(client) as (...statement: unknown[]) => Promise<unknown>;
  let last: Promise<unknown> = Promise.resolve();
  const query = (...statement: unknown[]) => {
    const answer = last.then(() => send(...statement));
    last = answer.catch(() => {});
    return answer;
  };
  return Object.assign(client, { query: query as Client['query'] });
}
