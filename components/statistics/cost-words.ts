import type { AdminText } from '@/lib/i18n/admin/admin-text';
import { msg } from '@/lib/i18n/admin/msg';
import { amountInWords, costBounds, type CostMeasure } from '@/lib/slots/health';

/** "at most 200 ms" */
export function costInWords(measure: CostMeasure, bound: number | null, t: AdminText) {
  if (bound === null) return '–';
  const amount = (of: number) => amountInWords(measure, of, t.language);
  if (bound === Infinity) return t('more than {amount}', { amount: amount(costBounds[measure].at(-1) ?? 0) });
  return bound === 0 ? t(noneInWords[measure]) : t('at most {amount}', { amount: amount(bound) });
}

/** Written with `t`. */
const noneInWords = {
  shift: msg('none'),
  task: msg('none over 50\u00a0ms'),
  failed: msg('none'),
  bytes: msg('unknown'),
} as const satisfies Record<CostMeasure, string>;
