import { expect, test } from 'vitest';
import { adminTextIn } from '@/lib/i18n/admin/admin-text';
import { describeCoverage } from './coverage-words';

const t = adminTextIn('en', {});

const none = { asked: 0, answering: 0, elsewhere: 0, missing: [], moreMissing: 0, untried: 0 };

test.each([
  [none, 'There is no address in the list of old addresses.'],
  [{ ...none, asked: 3, answering: 1 }, '1 of 3 old addresses in the list answers here.'],
  [
    { ...none, asked: 3, answering: 2, elsewhere: 1 },
    '2 of 3 old addresses in the list answer here; 1 more is of another site.',
  ],
  [
    { ...none, elsewhere: 2, untried: 4 },
    '0 of 0 old addresses in the list answer here; 2 more are of another site; 4 more were not tried.',
  ],
])('%o', (coverage, sentence) => expect(describeCoverage(coverage, t)).toBe(sentence));
