import { expect, test } from 'vitest';
import { cropFields, focusFields } from './framing-fields';

const crop = { intent: 'crop', id: 'm', ratio: 'free', left: '10', top: '0', width: '90', height: '50.5' };

test('takes what a form sends as numbers', () => {
  expect(focusFields.parse({ id: 'm', x: '30.4', y: '100' })).toEqual({ id: 'm', x: 30, y: 100 });
  expect(cropFields.parse(crop)).toEqual({ ...crop, left: 10, top: 0, width: 90, height: 50.5 });
  expect(cropFields.parse({ intent: 'whole', id: 'm', left: 'x' })).toEqual({ intent: 'whole', id: 'm' });
});

test.each([
  [{ left: '-1' }, 'left', 'Enter a number from 0 to 100.'],
  [{ top: 'abc' }, 'top', 'Enter a number from 0 to 100.'],
  [{ width: '2' }, 'width', 'A crop has at least 5 percent of each side.'],
  [{ left: '20' }, 'width', 'This is more than there is beside it.'],
  [{ top: '60' }, 'height', 'This is more than there is beside it.'],
  [{ ratio: '3:1' }, 'ratio', 'Choose one of the shapes.'],
])('refuses %j', (changes, field, sentence) => {
  const issues = cropFields.safeParse({ ...crop, ...changes }).error?.issues ?? [];
  expect(issues.map(({ path, message }) => [path[0], message])).toContainEqual([field, sentence]);
});
