import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { cacheTags } from '@/lib/caching/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import { readDb } from '@/lib/database/db';
import { decodeWeights, isShown, type Figures } from './model';

/** The row that the model is stored in. */
export const CURRENT = 'current';

export const figuresSelect = {
  decisions: true,
  spam: true,
  heldBack: true,
  wouldHold: true,
  rightly: true,
  missed: true,
} as const;

export type SpamModel = {
  weights: Float32Array;
  /** It was switched on, and its figures still allow it to hold comments. */
  isActive: boolean;
};

export type SpamModelState = Figures & { trainedAt: Date; switchedOnAt: Date | null };

/** The model that comments are judged by; null before the first training. A change applies before its response is sent. */
export function readSpamModel(): Promise<SpamModel | null> {
  return cachedRead({ key: 'spam-model', tags: [cacheTags.spamModel], load: loadModel, atBuild: null });
}

/** What the model was trained on and how well it did; null before the first training. */
export async function findSpamModel(actor: Actor): Promise<SpamModelState | null> {
  requireCapability(actor, 'comments.moderate');
  return readDb.spamModel.findUnique({
    where: { id: CURRENT },
    select: { ...figuresSelect, trainedAt: true, switchedOnAt: true },
  });
}

async function loadModel(): Promise<SpamModel | null> {
  const row = await readDb.spamModel.findUnique({
    where: { id: CURRENT },
    select: { ...figuresSelect, weights: true, switchedOnAt: true },
  });
  const weights = row && decodeWeights(row.weights);
  return weights && { weights, isActive: row.switchedOnAt !== null && isShown(row) };
}
