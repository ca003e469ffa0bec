import { expect, test } from 'vitest';
import { presentRouteOf } from './former-routes';

test.each([
  ['/signin/forgotten', '/signin/forgot-password'],
  ['/admin/figures', '/admin/status'],
  ['/admin/people', '/admin/users'],
  ['/admin/people/invite', '/admin/users/invite'],
  ['/_n/f/an-id-and-a-hash', '/_s/f/an-id-and-a-hash'],
])('the former route %s is now %s', (former, present) => {
  expect(presentRouteOf(former)).toBe(present);
});

test.each(['/', '/admin', '/admin/users', '/admin/people-of-the-sea', '/signin/forgotten/me', '/figures', '/_n/e'])(
  '%s is no former route',
  (pathname) => expect(presentRouteOf(pathname)).toBeNull(),
);
