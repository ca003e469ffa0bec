import { expect, test } from 'vitest';
import { emptyReport, reportLines } from './report';

test.each([
  [0, 'No redirect had to be added.'],
  [1, '1 old address leads to the new one.'],
  [598, '598 old addresses lead to the new ones.'],
])('an import that adds %i redirects says so', (redirects, line) => {
  expect(reportLines({ ...emptyReport('wordpress:https://old.example', false), redirects })).toContain(line);
});
