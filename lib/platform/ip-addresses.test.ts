import { describe, expect, test } from 'vitest';
import { addressOfHop, countedAs, readNetworks } from './ip-addresses';

test.each([
  ['203.0.113.9', '203.0.113.9'],
  [' 203.0.113.9 ', '203.0.113.9'],
  ['203.0.113.9:4433', '203.0.113.9'],
  ['2001:db8::1', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['::ffff:cb00:7109', '203.0.113.9'],
  ['[::FFFF:203.0.113.9]:443', '203.0.113.9'],
  ['0:0:0:0:0:ffff:203.0.113.9', '203.0.113.9'],
])('the hop %s is the address %s', (hop, address) => {
  expect(addressOfHop(hop)).toBe(address);
});

test.each([
  '',
  'unknown',
  '_hidden',
  '203.0.113',
  '203.0.113.9:',
  '203.0.113.9:port',
  '203.0.113.9:123456',
  '[203',
  '[::1]x',
  '1.2.3.4.5',
  'example.org',
  'for=1.2.3.4',
])('the hop "%s" cannot be read', (hop) => expect(addressOfHop(hop)).toBeNull());

test('every spelling of one network counts as one', () => {
  const spellings = [
    '2001:db8::1',
    '2001:db8::2',
    '2001:0db8:0000:0000::',
    '2001:DB8:0:0:ffff:ffff:ffff:ffff',
    '2001:db8::a:b:c:d',
    '[2001:db8::9]:443',
    '2001:db8::192.0.2.1',
  ];
  expect(new Set(spellings.map(countedAs))).toEqual(new Set(['2001:db8:0:0::/64']));
});

test('other networks count apart, and IPv4 by the address', () => {
  const others = ['2001:db8:0:1::1', '2001:db8:1::1', '::1', '203.0.113.9', '203.0.113.10', '::ffff:203.0.113.10'];
  expect(others.map(countedAs)).toEqual([
    '2001:db8:0:1::/64',
    '2001:db8:1:0::/64',
    '0:0:0:0::/64',
    '203.0.113.9',
    '203.0.113.10',
    '203.0.113.10',
  ]);
  expect(countedAs('unknown')).toBe('unknown');
});

describe('networks', () => {
  const holds = (list: string[], address: string, family: 'ipv4' | 'ipv6' = 'ipv4') => {
    const read = readNetworks(list);
    return 'networks' in read && read.networks.check(address, family);
  };

  test('contain the addresses inside them', () => {
    expect(holds(['10.0.0.0/8'], '10.200.0.1')).toBe(true);
    expect(holds(['10.0.0.7/8'], '10.200.0.1')).toBe(true);
    expect(holds(['10.0.0.0/8'], '11.0.0.1')).toBe(false);
    expect(holds(['127.0.0.1', '::1'], '::1', 'ipv6')).toBe(true);
    expect(holds(['fd00::/8'], 'fd12:3456::1', 'ipv6')).toBe(true);
    expect(holds(['::ffff:10.0.0.0/104'], '10.1.2.3')).toBe(true);
    expect(holds(['::ffff:10.0.0.1'], '10.0.0.1')).toBe(true);
  });

  test.each([
    '10.0.0.0/33',
    '10.0.0.0/99',
    '10.0.0.0/x',
    '10.0.0.0/',
    '/8',
    'nginx',
    '10.0.0',
    'fd00::/129',
    '10.0.0.0/8/8',
    '10.0.0.1:80',
    '10.0.0.0/-1',
    '*',
    '01.2.3.4',
  ])('refuses "%s"', (entry) => expect(readNetworks(['127.0.0.1', entry])).toEqual({ wrong: entry }));
});
