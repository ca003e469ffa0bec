import { chooseLineItem, type ChoiceInput, type ChoiceReason, type Listed, type ReaderFacts } from './choice';
import { allowedOn, pageRefusal } from './conditions';
import type { Manifest } from './manifest';
import { refusal, type PageContext } from './placement-rules';
import type { LiveLineItem, LiveSlot } from './queries';
import { lineItemStateOf } from './slot';

const SIMULATED = 1_000;
const nobody = { page: {}, session: {}, day: {}, competitors: {} };

export type Explained = { id: string; name: string; isChosen: boolean; sentence: string; outOf1000: number };
export type Explanation = { refusal: string | null; lineItems: Explained[] };

type Reader = { page: PageContext; facts: ReaderFacts; seed: string; manifest: Manifest };

/** Which line item this reader gets in a slot on this page, and why each of the others not; as readers' browsers choose. */
export function explainChoice(slot: LiveSlot, { page, facts, seed, manifest }: Reader): Explanation {
  const refused = slot.enabled ? refusal(slot, page) : 'It is disabled.';
  if (refused) return { refusal: refused, lineItems: [] };
  const refusals = new Map(slot.lineItems.map((item) => [item.id, refusalBefore(item, page, facts)]));
  const listed = slot.lineItems.flatMap((item): Listed[] => {
    const allowed = allowedOn(item.conditions, page);
    return allowed && !refusals.get(item.id) ? [{ id: item.id, ...allowed }] : [];
  });
  const alone = listed.length === 1 && listed[0] && !manifest.items[listed[0].id] ? listed[0].id : null;
  const input = { box: `${slot.id}.1`, listed, candidates: manifest.items, facts, seen: nobody };
  const { chosen, reasons } = chooseLineItem({ ...input, seed });
  const counts = alone ? new Map([[alone, SIMULATED]]) : countChosen(input);
  const lineItems = slot.lineItems.map(({ id, name }) => {
    const isChosen = id === (alone ?? chosen);
    const reason = reasons[id];
    const sentence = isChosen ? 'This reader gets it.' : (refusals.get(id) ?? sentences[reason ?? 'not-listed']);
    return { id, name, isChosen, sentence, outOf1000: counts.get(id) ?? 0 };
  });
  return { refusal: null, lineItems };
}

function refusalBefore(item: LiveLineItem, page: PageContext, facts: ReaderFacts): string | null {
  const { conditions, creative } = item;
  const state = lineItemStateOf(item, new Date(facts.now));
  if (state !== 'Active') return states[state];
  if (page.mode === 'own' && creative?.kind === 'code') return 'Pasted code is turned off for this post.';
  if (allowedOn(conditions, page)) return null;
  return conditions.map((condition) => pageRefusal(condition, page)).find((reason) => reason !== null) ?? null;
}

function countChosen(input: Omit<ChoiceInput, 'seed'>) {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < SIMULATED; seed += 1) {
    const { chosen } = chooseLineItem({ ...input, seed: `reader ${seed}` });
    if (chosen) counts.set(chosen, (counts.get(chosen) ?? 0) + 1);
  }
  return counts;
}

const states = {
  Disabled: 'It is disabled.',
  'Not shown': 'Its conditions cannot be read.',
  Empty: 'It is empty.',
  Scheduled: 'It has not begun.',
  Ended: 'It is over.',
};

const sentences: Record<ChoiceReason, string> = {
  'not-listed': 'It is not among what readers’ browsers choose from.',
  dates: 'It is not its time.',
  width: 'The window is too narrow or too wide.',
  reader: 'It is for other readers: signed in, or not.',
  language: 'It is for browsers in other languages.',
  weekday: 'It is for other days of the week.',
  hour: 'It is for other hours of the day.',
  referrer: 'It is for readers who come from elsewhere.',
  cap: 'The reader has seen it often enough.',
  competitor: 'A competitor is on the page.',
  consent: 'The reader has not allowed what it needs.',
  'data-saver': 'The browser saves data, and it is pasted code.',
  pace: 'It is held back, so that it lasts until its end.',
  'in-page': 'It runs in the page, which is not done for this reader.',
  empty: 'It had its turn and showed nothing.',
  tier: 'Another one has a higher priority.',
  arm: 'The reader is in the other arm of the test.',
  repeated: 'It is on the page already.',
  weight: 'Another one of its priority was drawn.',
};
