import { spawn } from 'node:child_process';
import { typescript } from '../scripts/steps.mjs';

export const EVENTS_PER_SECOND = 1_000;
/** A view and what became of three boxes. */
export const EVENTS_PER_BATCH = 4;

/** Without an address, a plain server receives them. */
export type SentEvents = { address: string | null; boxes: string[]; posts: string[] };

/** Sends them until it is stopped, which resolves to how many were sent, and how many of them were not accepted. */
export async function sendEvents(events: SentEvents) {
  const sender = spawn(process.execPath, [...typescript, 'bench/send-events.ts', JSON.stringify(events)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let said = '';
  const began = Promise.withResolvers<void>();
  sender.stdout.on('data', (chunk) => {
    said += String(chunk);
    if (said.startsWith('sending\n')) began.resolve();
  });
  const ended = new Promise<void>((resolve) => sender.once('close', () => resolve()));
  await Promise.race([began.promise, ended]);
  return {
    stop: async () => {
      sender.stdin.end();
      await ended;
      const [sent = 0, lost = 0] = JSON.parse(said.replace('sending\n', '')) as number[];
      return { sent, lost };
    },
  };
}
