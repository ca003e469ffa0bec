import { spawn } from 'node:child_process';
import { seed, type BenchData } from './database';
import { median, type Row } from './table';

/** Target 9: from the command to "ready", on the second start. */
export async function measureSecondStart(): Promise<Row[]> {
  const data = await seed({ posts: 5, comments: 20 });
  const times: number[] = [];
  for (let run = 0; run < 4; run += 1) times.push(await startOnce(data));
  await data.remove();
  return [{ target: 9, what: 'second start, median of three', figure: median(times.slice(1)), unit: 's', atMost: 3 }];
}

async function startOnce({ env }: BenchData) {
  const began = performance.now();
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
    server.stdout.on('data', (chunk) => String(chunk).includes('ready at') && resolve());
  });
  const seconds = (performance.now() - began) / 1000;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
  return seconds;
}
