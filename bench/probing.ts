import { Agent, request, type RequestOptions } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** In ms. */
const PROBE_EVERY = 5;

/** How long a page took for a reader who asks for it every five milliseconds, in ms. */
export async function probe(address: string, ms: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const times: number[] = [];
  const asking: Promise<void>[] = [];
  for (const end = performance.now() + ms; performance.now() < end; await pause(PROBE_EVERY)) {
    const began = performance.now();
    asking.push(ask(address, { agent }).then(() => void times.push(performance.now() - began)));
  }
  await Promise.all(asking);
  agent.destroy();
  return times;
}

// Open loop: readers do not wait for each other.
export function startFlood(perSecond: number, send: (index: number, agent: Agent) => Promise<number>) {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  const answers: Promise<number>[] = [];
  let sent = 0;
  const began = performance.now();
  const timer = setInterval(() => {
    for (; sent < ((performance.now() - began) / 1_000) * perSecond; sent += 1) {
      answers.push(send(sent, agent).catch(() => 0));
    }
  }, 10);
  return {
    stop: async () => {
      clearInterval(timer);
      const statuses = await Promise.all(answers);
      agent.destroy();
      return statuses;
    },
  };
}

/** The status of the answer. */
export function ask(address: string, { headers, ...options }: RequestOptions, body = '') {
  return new Promise<number>((resolve, reject) => {
    const asking = request(address, { headers: { 'accept-encoding': 'gzip', ...headers }, ...options }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    asking.on('error', reject).end(body);
  });
}
