import 'server-only';
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { postPublic } from '@/lib/fetching/fetching';
import { env } from '@/lib/platform/env';
import { newId } from '@/lib/platform/ids';
import { withoutControls } from '@/lib/text/visible-text';
import { SERVICE_TIMEOUT_MS, ServiceError, type Facts, type Opinion } from './service';

export const WEBHOOK_NAME = 'the moderation webhook';
const MAX_ANSWER_BYTES = 16_384;
const MAX_REASON_LENGTH = 300;

const answerSchema = z.object({
  outcome: z.enum(['allow', 'hold', 'spam']),
  reason: z.string().catch(''),
});

/** Asks the site's own service about a comment, with a signed request. Throws if it gives no answer. */
export async function askWebhook(facts: Facts): Promise<Opinion> {
  const { moderationWebhook: webhook } = env();
  if (!webhook) throw new ServiceError('the moderation webhook is not set up');
  const body = JSON.stringify(messageOf(facts));
  const { text } = await postPublic(webhook.url, {
    body,
    headers: { 'content-type': 'application/json', ...signed(body, webhook.key, facts.now) },
    largest: MAX_ANSWER_BYTES,
    within: SERVICE_TIMEOUT_MS,
    // Its address is the owner's choice, in the environment: it may be on the local network.
    mayDial: () => true,
  });
  return opinionOf(text);
}

// Neither an e-mail address nor an IP address: a judgement of the text needs none.
function messageOf({ isEdit, isReply, body, author, post, now }: Facts) {
  return {
    type: isEdit ? 'comment.edited' : 'comment.submitted',
    timestamp: now.toISOString(),
    data: {
      comment: { text: body, format: 'markdown', isReply },
      author: { id: author.id, name: author.name, memberSince: author.createdAt.toISOString() },
      post: { id: post.id, title: post.title, url: post.address },
    },
  };
}

// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
function signed(body: string, key: Buffer, now: Date) {
  const id = `msg_${newId()}`;
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

function opinionOf(text: string): Opinion {
  const parsed = answerSchema.safeParse(jsonOf(text));
  if (!parsed.success) throw new ServiceError(`${WEBHOOK_NAME} gave an answer that cannot be read`);
  const { outcome, reason } = parsed.data;
  if (outcome === 'allow') return { outcome: null, reason: '', hasFailed: false };
  const said = withoutControls(reason).replace(/\s+/g, ' ').trim().slice(0, MAX_REASON_LENGTH);
  const usual = outcome === 'spam' ? 'says that it is spam' : 'asks to hold it';
  return { outcome, reason: `${WEBHOOK_NAME} ${said ? `says “${said}”` : usual}`, hasFailed: false };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
