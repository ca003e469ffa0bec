import { expect, test } from 'vitest';
import { emptyReport, reportLines } from './report';

test.each([
  [0, false, 'No redirect had to be added.'],
  [1, false, '1 old address leads to the new one.'],
  [598, false, '598 old addresses lead to the new ones.'],
  [0, true, 'No redirect would have to be added.'],
  [1, true, '1 old address would lead to the new one.'],
  [598, true, '598 old addresses would lead to the new ones.'],
])('an import of %i redirects, tried only: %s, says so', (redirects, dryRun, line) => {
  expect(reportLines({ ...emptyReport('wordpress:https://old.example', dryRun), redirects })).toContain(line);
});
