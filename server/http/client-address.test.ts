import { expect, test } from 'vitest';
import { readNetworks } from '@/lib/platform/ip-addresses';
import { nearestUntrusted } from './client-address';

const read = readNetworks(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']);
const proxies = 'networks' in read ? read.networks : null;

test.each([
  ['what a stranger says of itself is not believed', '198.51.100.7', '203.0.113.9', '198.51.100.7'],
  ['the last hop', '127.0.0.1', '10.1.2.3, 203.0.113.9', '203.0.113.9'],
  ['with a port', '127.0.0.1', '198.51.100.1, 203.0.113.9:4433', '203.0.113.9'],
  ['in brackets', '127.0.0.1', '198.51.100.1, [2001:db8::9]:443', '2001:db8::9'],
  ['through several proxies', '::ffff:127.0.0.1', '203.0.113.9:1, [fd00::1]:443, 10.9.9.9', '203.0.113.9'],
  ['mapped to IPv6', '127.0.0.1', '::ffff:203.0.113.9', '203.0.113.9'],
  ['a hop that cannot be read ends the search', '127.0.0.1', '198.51.100.1, unknown', '127.0.0.1'],
  ['so does an empty one', '127.0.0.1', '198.51.100.1, ', '127.0.0.1'],
  ['and one behind another proxy', '127.0.0.1', '198.51.100.1, _hidden, 10.0.0.5', '10.0.0.5'],
  ['nothing was forwarded', '127.0.0.1', '', '127.0.0.1'],
  ['only proxies', '127.0.0.1', '10.0.0.1, 10.0.0.2', '10.0.0.1'],
])('%s', (_, peer, forwarded, address) => {
  expect(nearestUntrusted({ peer, forwarded }, proxies!)).toBe(address);
});
