import { expect, test } from 'vitest';
import { roles } from '@/lib/auth/actor';
import { roleChoices } from './user';

test('offers the roles of the product', () => {
  expect(roleChoices).toEqual(roles);
});
