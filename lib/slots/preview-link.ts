import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { secrets } from '@/lib/secrets/secrets';
import { slotSettingsSchema } from './slot';

const VALIDITY_MS = 24 * 60 * 60 * 1000;

const previewSchema = z.object({
  slotId: z.string(),
  /** Null: an empty slot. */
  creativeId: z.string().nullable(),
  settings: slotSettingsSchema,
  expiresAt: z.number(),
});
export type SlotPreview = z.output<typeof previewSchema>;

/** Signs the settings of a preview for its URL. */
export function signPreview(preview: Omit<SlotPreview, 'expiresAt'>, now = Date.now()) {
  const payload = Buffer.from(JSON.stringify({ ...preview, expiresAt: now + VALIDITY_MS })).toString('base64url');
  return `${payload}.${signature(payload)}`;
}

/** The preview in a URL, or null if forged or expired. */
export function readPreview(token: string, now = Date.now()): SlotPreview | null {
  const [payload = '', given = ''] = token.split('.');
  const [expected, actual] = [Buffer.from(signature(payload)), Buffer.from(given)];
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return null;
  const parsed = previewSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  return parsed.success && parsed.data.expiresAt > now ? parsed.data : null;
}

function signature(payload: string) {
  return createHmac('sha256', secrets().signing).update(`slot-preview:${payload}`).digest('base64url');
}
