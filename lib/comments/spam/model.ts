import { gramValue, WEIGHTS, type Sample } from './features';

/** A moderator’s decision about a comment. */
export type Decision = { sample: Sample; isSpam: boolean };

export type Figures = {
  decisions: number;
  spam: number;
  /** The latest decisions, which a model that has not seen them was asked about. */
  heldBack: number;
  wouldHold: number;
  /** Of those it would hold, so many were spam. */
  rightly: number;
  /** Spam that it would not hold. */
  missed: number;
};

/** So many of the latest decisions are trained on. */
export const MAX_DECISIONS = 10_000;
/** Of fewer nothing is learnt. */
export const MIN_DECISIONS = 50;
/** Below this a comment is let through. */
export const HOLD_FROM = 0.9;
export const MIN_PRECISION = 0.98;
export const MIN_HELD_BACK = 200;
/** A precision of 98 % cannot be told from fewer. */
export const MIN_WOULD_HOLD = 50;

const EPOCHS = 5;
const RATE = 0.2;
/** Between these, other requests are answered. */
const AT_ONCE = 250;

type Pause = () => Promise<unknown>;
const onward: Pause = () => Promise.resolve();

/** The weights of a logistic regression on these decisions; the same for the same decisions in the same order. */
export async function train(decisions: readonly Decision[], pause: Pause = onward): Promise<Float32Array> {
  const weights = new Float32Array(WEIGHTS);
  const squares = new Float32Array(WEIGHTS);
  const order = shuffled(decisions.length);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const [at, index] of order.entries()) {
      if (at % AT_ONCE === 0) await pause();
      learn({ weights, squares }, decisions[index]!);
    }
  }
  return weights;
}

/** How likely a comment is spam, from 0 to 1. */
export function probability(weights: Float32Array, { indexes, grams }: Sample) {
  let ofGrams = 0;
  let ofFacts = 0;
  for (let at = 0; at < grams; at += 1) ofGrams += weights[indexes[at]!]!;
  for (let at = grams; at < indexes.length; at += 1) ofFacts += weights[indexes[at]!]!;
  return 1 / (1 + Math.exp(-(ofGrams * gramValue(grams) + ofFacts)));
}

/** A probability as people read it: nothing is certain. */
export function percentOf(probability: number) {
  return Math.min(99, Math.max(1, Math.round(probability * 100)));
}

/** What a model of earlier decisions makes of later ones, which are in order of time. */
export async function evaluate(decisions: readonly Decision[], pause: Pause = onward): Promise<Figures> {
  const heldBack = heldBackOf(decisions.length);
  const weights = await train(decisions.slice(0, decisions.length - heldBack), pause);
  const later = heldBack === 0 ? [] : decisions.slice(-heldBack);
  const answers = later.map(({ sample, isSpam }) => ({ isSpam, isHeld: probability(weights, sample) >= HOLD_FROM }));
  return {
    decisions: decisions.length,
    spam: decisions.filter(({ isSpam }) => isSpam).length,
    heldBack,
    wouldHold: answers.filter(({ isHeld }) => isHeld).length,
    rightly: answers.filter(({ isHeld, isSpam }) => isHeld && isSpam).length,
    missed: answers.filter(({ isHeld, isSpam }) => !isHeld && isSpam).length,
  };
}

/** The share of spam among what it would hold; null if it would hold nothing. */
export function precisionOf({ wouldHold, rightly }: Figures) {
  return wouldHold === 0 ? null : rightly / wouldHold;
}

/** The share of spam that it would hold; null without spam. */
export function recallOf({ rightly, missed }: Figures) {
  return rightly + missed === 0 ? null : rightly / (rightly + missed);
}

/** Whether enough later decisions agree with it that it may hold comments. */
export function isShown(figures: Figures) {
  const isEnough = figures.heldBack >= MIN_HELD_BACK && figures.wouldHold >= MIN_WOULD_HOLD;
  return isEnough && (precisionOf(figures) ?? 0) >= MIN_PRECISION;
}

/** Weights as they are stored. */
export function encodeWeights(weights: Float32Array) {
  return Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength).toString('base64');
}

/** Weights as they were stored; null if these are not such. */
export function decodeWeights(stored: string): Float32Array | null {
  const bytes = Uint8Array.from(Buffer.from(stored, 'base64'));
  return bytes.byteLength === WEIGHTS * 4 ? new Float32Array(bytes.buffer) : null;
}

type Learning = { weights: Float32Array; squares: Float32Array };

// A step of AdaGrad: what is seen often moves less each time, so that rare words count at once.
function learn({ weights, squares }: Learning, { sample, isSpam }: Decision) {
  const { indexes, grams } = sample;
  const error = probability(weights, sample) - (isSpam ? 1 : 0);
  const ofGram = error * gramValue(grams);
  for (let at = 0; at < indexes.length; at += 1) {
    const index = indexes[at]!;
    const slope = at < grams ? ofGram : error;
    const square = squares[index]! + slope * slope;
    squares[index] = square;
    weights[index] = weights[index]! - (RATE * slope) / Math.sqrt(square + 1e-6);
  }
}

// A fifth, but enough to show something, and never more than half.
function heldBackOf(decisions: number) {
  return Math.min(Math.floor(decisions / 2), Math.max(MIN_HELD_BACK, Math.ceil(decisions / 5)));
}

// Numbers of a fixed generator (Numerical Recipes), so that training can be repeated.
function shuffled(length: number) {
  const order = Array.from({ length }, (_, at) => at);
  let state = 1;
  for (let at = length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
