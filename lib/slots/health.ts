import { shiftBudgets, taskBudgets } from '@/lib/settings/settings';

/** What the code of a slot costs a reader: how far it moves the page, how long it keeps it busy, what fails, what it loads. */
export const costMeasures = ['shift', 'task', 'failed', 'bytes'] as const;
export type CostMeasure = (typeof costMeasures)[number];

/** Those that have a budget. */
export const budgetMeasures = ['shift', 'task'] as const;
export type BudgetMeasure = (typeof budgetMeasures)[number];

/** The upper bounds of the classes in which costs are kept; the last class has none. Bytes are in kB, tasks in ms. */
export const costBounds: Record<CostMeasure, readonly number[]> = {
  shift: [0, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1],
  task: [0, 50, 100, 200, 300, 500, 1_000, 2_000],
  failed: [0, 1, 3, 10],
  bytes: [0, 50, 100, 250, 500, 1_000, 2_000, 4_000],
};

/** Budgets are bounds of classes, so that what is over one can be read from the classes. 0: nothing is disabled for it. */
export const budgetChoices: Record<BudgetMeasure, readonly number[]> = { shift: shiftBudgets, task: taskBudgets };

/** As for Core Web Vitals, a page is as good as it is for three readers of four. */
const TOLERATED_SHARE = 0.25;
/** Fewer say nothing about the code. */
export const MIN_READERS = 50;
export const HEALTH_DAYS = 7;

/** The class of a value. */
export function stepOf(measure: CostMeasure, value: number) {
  const step = costBounds[measure].findIndex((bound) => value <= bound);
  return step === -1 ? costBounds[measure].length : step;
}

/** Readers by class; a class that is absent has none. */
export type CostClasses = ReadonlyMap<number, number>;
export type Verdict = { readers: number; over: number; isOver: boolean };

/** Whether code cost too many readers more than the budget. */
export function assess(measure: BudgetMeasure, classes: CostClasses, budget: number): Verdict {
  const within = stepOf(measure, budget);
  const readers = sum([...classes.values()]);
  const over = sum([...classes].map(([step, count]) => (step > within ? count : 0)));
  const isOver = budget > 0 && readers >= MIN_READERS && over > readers * TOLERATED_SHARE;
  return { readers, over, isOver };
}

/** The bound that the cost of three readers of four stays within; null without readers, Infinity beyond the last. */
export function typicalCost(measure: CostMeasure, classes: CostClasses): number | null {
  const readers = sum([...classes.values()]);
  if (readers === 0) return null;
  let below = 0;
  for (const [step, bound] of costBounds[measure].entries()) {
    below += classes.get(step) ?? 0;
    if (below >= readers * (1 - TOLERATED_SHARE)) return bound;
  }
  return Infinity;
}

/** What a plot shows of a cost beyond its last class; null stays null. */
export function upTo(most: number, cost: number | null) {
  return cost === null ? null : Math.min(cost, most);
}

export function amountInWords(measure: CostMeasure, amount: number, language = 'en') {
  const written = amount.toLocaleString(language);
  return unitOf[measure] ? `${written}\u00a0${unitOf[measure]}` : written;
}

type Evidence = { measure: string; budget: number; readers: number; over: number };

/** What happened, for whoever decides about the code: "It moved the page by more than 0.1 for 34 of 60 readers". */
export function overBudgetInWords({ measure, budget, readers, over }: Evidence) {
  const of = `for ${over.toLocaleString('en')} of ${readers.toLocaleString('en')} readers whose browsers measured it`;
  const amount = amountInWords(measure === 'shift' ? 'shift' : 'task', budget);
  return measure === 'shift'
    ? `it moved the page by more than ${amount} ${of}`
    : `it kept the browser busy for more than ${amount} without a break ${of}`;
}

const unitOf: Record<CostMeasure, string> = { shift: '', task: 'ms', failed: '', bytes: 'kB' };
function sum(numbers: readonly number[]) {
  return numbers.reduce((total, number) => total + number, 0);
}
