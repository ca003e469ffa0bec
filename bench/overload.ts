import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { seed } from './database';
import { ask, probe, startFlood } from './probing';
import { serve, visit } from './site';
import { percentile, type Row } from './table';

const TIMES = 4;

/** Requirement 7: at four times the rendering capacity, cached pages stay fast and the rest gets a retry response. */
export async function measureOverload(seconds: number): Promise<Row[]> {
  const data = await seed({ posts: 600, comments: 6_000 });
  const site = await serve(data);
  const [cached = '', ...others] = site.posts;
  await visit([cached, ...others.slice(0, 50)], 8);
  const idle = await probe(cached, seconds * 1_000);
  const fresh = others.slice(50, 350);
  const began = performance.now();
  await visit(fresh, 8);
  const capacity = fresh.length / ((performance.now() - began) / 1_000);
  const flood = startFlood(capacity * TIMES, (index, agent) => ask(`${site.url}/flood-${index}`, { agent }));
  await pause(500);
  const busy = await probe(cached, seconds * 1_000);
  const resident = Math.max(...site.residentBytes()) / 1024 ** 2;
  const statuses = await flood.stop();
  const recovery = await timeToRecover(site.url);
  await site.stop();
  await data.remove();
  const [before, during] = [percentile(idle, 0.99), percentile(busy, 0.99)];
  const refused = statuses.filter((status) => status === 503).length;
  const wrong = statuses.filter((status) => status !== 503 && status !== 404).length;
  return [
    {
      target: 10,
      what: 'overload: cached page, p99',
      figure: during,
      unit: 'ms',
      limit: before,
      ratio: during / before,
      atMost: 2,
    },
    {
      target: 10,
      what: 'overload: refused with 503',
      figure: (refused / statuses.length) * 100,
      unit: '%',
      atLeast: 0,
    },
    { target: 10, what: 'overload: answers that are neither', figure: wrong, unit: '', atMost: 0 },
    { target: 10, what: 'overload: resident in the larger process', figure: resident, unit: 'MB', atMost: 600 },
    { target: 10, what: 'overload: recovery', figure: recovery, unit: 's', atMost: 5 },
  ];
}

async function timeToRecover(url: string) {
  const agent = new Agent({ keepAlive: true });
  const began = performance.now();
  for (let i = 0; (await ask(`${url}/after-${i}`, { agent })) === 503; i += 1) await pause(20);
  agent.destroy();
  return (performance.now() - began) / 1_000;
}
