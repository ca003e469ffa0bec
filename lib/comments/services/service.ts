import { FetchError } from '@/lib/fetching/fetching';
import type { Client } from '@/lib/rate-limits/client-address';

/** How long a service may take, in ms; somebody waits for their comment to be sent. */
export const SERVICE_TIMEOUT_MS = 3_000;

/** What services are asked about; each is sent a part of it (docs/security.md). */
export type Facts = {
  isEdit: boolean;
  isReply: boolean;
  /** Markdown. */
  body: string;
  author: { id: string; name: string; email: string; website: string; createdAt: Date };
  post: { id: string; title: string; address: string; updatedAt: Date };
  client: Client | null;
  now: Date;
};

/** `reason` is a clause without a full stop: “Akismet did not answer”. A service that fails holds. */
export type Opinion = { outcome: 'spam' | 'hold' | null; reason: string; hasFailed: boolean };

/** A service that failed for a reason it gave, as a clause for moderators. */
export class ServiceError extends Error {}

export function failed(name: string, error: unknown): Opinion {
  return { outcome: 'hold', reason: whyFailed(name, error), hasFailed: true };
}

function whyFailed(name: string, error: unknown) {
  if (error instanceof ServiceError) return error.message;
  if (error instanceof FetchError && error.answered !== null)
    return `${name} answered with the error ${error.answered}`;
  return `${name} did not answer`;
}
