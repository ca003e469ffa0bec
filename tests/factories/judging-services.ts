import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export const AKISMET_KEY = 'key-of-the-site';
export const WEBHOOK_KEY = Buffer.alloc(32, 'k');

type Answer = { status?: number; body?: string; headers?: Record<string, string> } | 'silence';
export type Asked = { call: string; headers: IncomingHttpHeaders; body: string };

/** A stand-in for Akismet and for a moderation webhook at one local address: it notes what it is asked. */
export async function startJudgingServices(whenDone: (stop: () => void) => void) {
  const asked: Asked[] = [];
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => {
    const call = request.url?.split('/').at(-1) ?? '';
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      asked.push({ call, headers: request.headers, body: String(Buffer.concat(parts)) });
      const answer = answers.get(call) ?? usual[call] ?? { status: 404 };
      if (answer !== 'silence') response.writeHead(answer.status ?? 200, answer.headers).end(answer.body ?? '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  whenDone(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    environment: {
      AKISMET_KEY,
      AKISMET_URL: `${url}/1.1`,
      MODERATION_WEBHOOK_URL: `${url}/judge`,
      MODERATION_WEBHOOK_SECRET: `whsec_${WEBHOOK_KEY.toString('base64')}`,
    },
    asked,
    /** Until `reset`. */
    answer: (call: string, answer: Answer) => void answers.set(call, answer),
    reset: () => {
      asked.length = 0;
      answers.clear();
    },
    callsOf: (call: string) => asked.filter((one) => one.call === call),
    fieldsOf: (call: string) =>
      asked.filter((one) => one.call === call).map(({ body }) => Object.fromEntries(new URLSearchParams(body))),
  };
}

/** Whether a request to the webhook is signed as the Standard Webhooks have it. */
export function isSigned({ headers, body }: Asked) {
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const signature = createHmac('sha256', WEBHOOK_KEY).update(signed).digest('base64');
  return headers['webhook-signature'] === `v1,${signature}`;
}

const usual: Record<string, Answer> = {
  'comment-check': { body: 'false' },
  'submit-spam': { body: 'Thanks for making the web a better place.' },
  'submit-ham': { body: 'Thanks for making the web a better place.' },
  judge: { body: '{"outcome":"allow"}' },
};
