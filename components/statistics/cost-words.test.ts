import { expect, test } from 'vitest';
import { adminTextIn } from '@/lib/i18n/admin/admin-text';
import { german } from '@/lib/i18n/admin/de';
import { costInWords } from './cost-words';

test('a cost is a bound in words', () => {
  const t = adminTextIn('en', {});
  expect(costInWords('task', 200, t)).toBe('at most 200\u00a0ms');
  expect(costInWords('task', Infinity, t)).toBe('more than 2,000\u00a0ms');
  expect(costInWords('shift', 0, t)).toBe('none');
  expect(costInWords('bytes', null, t)).toBe('–');
});

test('German has its own numbers', () => {
  const t = adminTextIn('de', german);
  expect(costInWords('shift', 0.025, t)).toBe('höchstens 0,025');
  expect(costInWords('task', Infinity, t)).toBe('mehr als 2.000\u00a0ms');
  expect(costInWords('task', 0, t)).toBe('keine über 50\u00a0ms');
});
