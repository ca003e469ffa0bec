import { expect, test } from 'vitest';
import { roles } from '@/lib/auth/actor';
import { roleChoices } from './user';

test('the tool knows the roles of the product', () => {
  expect(roleChoices).toEqual(roles);
});
