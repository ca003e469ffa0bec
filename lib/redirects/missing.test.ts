import { expect, test } from 'vitest';
import { isWorthNoting, referrerHost } from './missing';

test.each(['/old-post', '/2019/05/old-post.html', '/blog/caf%C3%A9', '/@ada/old-post', '/?p=12', '/index.php?p=12'])(
  '%s is noted',
  (address) => expect(isWorthNoting(address)).toBe(true),
);

test.each([
  '/wp-login.php',
  '/wp-admin/setup',
  '/blog/wp-includes/x',
  '/.env',
  '/.git/config',
  '/index.php/x.php',
  '/cgi-bin/luci',
  '/backup.sql',
  '/site.tar.gz',
  '/vendor/phpunit/x',
])('%s is the noise of a scanner', (address) => expect(isWorthNoting(address)).toBe(false));

test.each([
  ['an e-mail address', '/unsubscribe/ada@example.org'],
  ['a percent-encoded e-mail address', '/unsubscribe/ada%40example.org'],
  ['a secret', '/confirm/0123456789abcdef0123456789abcdef'],
  ['a malformed escape', '/50%'],
  ['too much', `/${'long-'.repeat(80)}`],
])('an address with %s is not noted', (_, address) => expect(isWorthNoting(address)).toBe(false));

test.each([
  ['https://www.other.example/page?q=secret#x', 'other.example'],
  ['https://user:word@other.example:8443/', 'other.example'],
  ['android-app://com.reader/', 'com.reader'],
  ['nothing', ''],
  ['', ''],
  [undefined, ''],
])('of the referrer %s only the host is noted', (referrer, host) => expect(referrerHost(referrer)).toBe(host));
