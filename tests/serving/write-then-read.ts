import { Agent, request } from 'node:http';
import { until } from '../setup/product';

export type Answer = { status: number; body: string; worker: string };
type Site = { url: string };
type Connection = { url: string; worker: string; agent: Agent };

/** Each site has this many, and each of them writes and is read. */
const WORKERS = 2;

/** One request, on a connection of its own unless an agent has one. */
export function send(url: string, method: string, body?: string, agent: Agent | false = false) {
  return new Promise<Answer>((resolve, reject) => {
    // As a form is sent: what is sent as anything else reaches no page.
    const headers = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    const sending = request(url, { method, agent, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: text, worker: String(response.headers['x-worker']) }),
      );
      response.on('error', reject);
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

/** `refused`: pairs in which a write or a read was not answered; they promise nothing and are repeated. */
export type Pairs = { fresh: number; stale: number; refused: number; workers: Set<string>; writeTimes: number[] };

type Manner = {
  pairs: number;
  /** This many authors at once, each with a page and connections of their own. */
  queues: number;
  /** After each write one worker of each site is asked, in turn, and not every one. */
  isByTurns?: boolean;
  /** Called after each pair with their number. */
  onPair?: (done: number) => void;
};

/**
 * Writes a page through each worker in turn, and reads it from the workers of all sites as soon as the write has its
 * response. Each queue has a page and a tag of its own: other writes do not refresh it.
 */
export async function writeThenReadEverywhere(
  sites: Site[],
  { pairs, queues, isByTurns, onPair }: Manner,
): Promise<Pairs> {
  const counted: Pairs = { fresh: 0, stale: 0, refused: 0, workers: new Set(), writeTimes: [] };
  const done = () => counted.fresh + counted.stale;
  let begun = 0;

  const runWorker = async (queue: number) => {
    const path = `/page-${queue}`;
    const reachAll = async () => (await Promise.all(sites.map(({ url }) => reachEachWorker(url + path)))).flat();
    let connections = await reachAll();
    for (let turn = queue; begun < pairs; turn += 1) {
      begun += 1;
      const author = connections[turn % connections.length]!;
      const round = Math.floor(turn / connections.length);
      const readers = isByTurns ? connections.filter((_, i) => (i + round) % WORKERS === 0) : connections;
      const verdict = await writeThenRead(author, readers, `${path} ${turn}`, counted.writeTimes);
      counted[verdict] += 1;
      for (const { worker } of connections) counted.workers.add(worker);
      if (verdict !== 'refused') onPair?.(done());
      else {
        begun -= 1;
        hangUp(connections);
        connections = await reachAll();
      }
    }
    hangUp(connections);
  };
  await Promise.all(Array.from({ length: queues }, (_, queue) => runWorker(queue)));
  return counted;
}

async function writeThenRead(author: Connection, readers: Connection[], text: string, times: number[]) {
  const began = performance.now();
  const written = await send(author.url, 'POST', text, author.agent).catch(() => null);
  if (written?.status !== 303) return 'refused';
  times.push(performance.now() - began);
  const answers = await Promise.all(
    readers.map(async ({ url, worker, agent }) => {
      const answer = await send(url, 'GET', undefined, agent).catch(() => null);
      // A broken connection was reopened, and another worker may have it.
      if (answer?.status !== 200 || answer.worker !== worker) return 'refused';
      return answer.body === text ? 'fresh' : 'stale';
    }),
  );
  return (['stale', 'refused'] as const).find((verdict) => answers.includes(verdict)) ?? 'fresh';
}

// Which worker gets a connection is for the site to say, but it keeps it: they are opened until there is one to each.
async function reachEachWorker(url: string) {
  const reached = new Map<string, Connection>();
  await until(async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const answer = await send(url, 'GET', undefined, agent).catch(() => null);
    if (answer?.status === 200 && !reached.has(answer.worker)) {
      reached.set(answer.worker, { url, worker: answer.worker, agent });
    } else agent.destroy();
    return reached.size === WORKERS;
  });
  return [...reached.values()];
}

function hangUp(connections: Connection[]) {
  for (const { agent } of connections) agent.destroy();
}
