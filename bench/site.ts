import { spawn } from 'node:child_process';
import { lowMemoryEnv, serverFlags, serverProgram, servingMemoryFlags } from '../scripts/steps.mjs';
import type { BenchData } from './database';
import { familyOf, processorMsOf, residentIn } from './processes';

export type BenchSite = {
  url: string;
  /** Public posts; those with about fifty comments first. */
  posts: string[];
  /** Per process; the one that answers requests comes first. */
  residentBytes: () => number[];
  /** Of all processes since they began. */
  processorMs: () => number;
  stop: () => Promise<void>;
};

const fiftyFirst = `SELECT "slug" FROM "Post" WHERE "type" = 'post' AND "status" = 'published'
  ORDER BY "commentCount" >= 50 DESC, abs("commentCount" - 50), "id" LIMIT 20000`;

type SiteOptions = {
  workers?: number;
  rateLimits?: 'on' | 'off';
  /** By the script of `npm start`, which stays. */
  isStarted?: boolean;
};

export async function serve(
  data: BenchData,
  { workers = 1, rateLimits = 'off', isStarted = false }: SiteOptions = {},
): Promise<BenchSite> {
  const program = isStarted ? ['scripts/start.mjs'] : [...servingMemoryFlags, ...serverFlags, serverProgram];
  const server = spawn(process.execPath, program, {
    env: {
      ...data.env,
      ...lowMemoryEnv,
      PORT: '0',
      HOST: '127.0.0.1',
      WORKERS: String(workers),
      RATE_LIMITS: rateLimits,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
    server.stdout.on('data', (chunk) => {
      said += String(chunk);
      const ready = /ready at (http:\S+)/.exec(said);
      if (ready?.[1]) resolve(ready[1]);
    });
  });
  const slugs = await data.select<{ slug: string }>(fiftyFirst);
  return {
    url,
    posts: slugs.map(({ slug }) => `${url}/${slug}`),
    residentBytes: () => familyOf(server.pid ?? 0).map(residentIn),
    processorMs: () => familyOf(server.pid ?? 0).reduce((total, pid) => total + processorMsOf(pid), 0),
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
    },
  };
}

/** Requests each address once and returns the durations in ms. */
export async function visit(addresses: string[], atOnce: number, headers: Record<string, string> = {}) {
  const times: number[] = [];
  const waiting = [...addresses];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let address = waiting.pop(); address; address = waiting.pop()) {
        const began = performance.now();
        await (await fetch(address, { headers })).arrayBuffer();
        times.push(performance.now() - began);
      }
    }),
  );
  return times;
}
