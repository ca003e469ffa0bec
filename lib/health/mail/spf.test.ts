import { spf as independent } from 'mailauth/lib/spf';
import { Resolver } from 'node:dns/promises';
import { expect, test } from 'vitest';
import { startDns } from '../../../tests/factories/dns-server';
import { openDns } from './dns';
import { checkSpf } from './spf';

type Zone = Parameters<typeof startDns>[0];

const tenIncludes = Array.from({ length: 10 }, (_, at) => `include:i${at}.test`).join(' ');
const included = (count: number): Zone =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`i${at}.test`, { TXT: [`v=spf1 ip4:10.0.0.${at} -all`] }]),
  );

const cases: { what: string; zone: Zone; address?: string; expected: string; lookups?: number }[] = [
  {
    what: 'an address',
    zone: { 'a.test': { TXT: ['other', 'v=spf1 ip4:192.0.2.7 -all'] } },
    expected: 'pass',
    lookups: 0,
  },
  { what: 'a network', zone: { 'a.test': { TXT: ['v=spf1 ip4:192.0.2.0/28 -all'] } }, expected: 'pass' },
  {
    what: 'a long list',
    zone: { 'a.test': { TXT: [`v=spf1 ${'ip4:198.51.100.1 '.repeat(20)}ip4:192.0.2.7 -all`] } },
    expected: 'pass',
  },
  { what: 'another network', zone: { 'a.test': { TXT: ['v=spf1 ip4:192.0.3.0/28 ~all'] } }, expected: 'softfail' },
  { what: 'nobody', zone: { 'a.test': { TXT: ['v=spf1 -all'] } }, expected: 'fail' },
  { what: 'no word about it', zone: { 'a.test': { TXT: ['v=spf1 ip4:192.0.3.1'] } }, expected: 'neutral' },
  {
    what: 'IPv6',
    zone: { 'a.test': { TXT: ['v=spf1 ip6:2001:db8::/32 -all'] } },
    address: '2001:db8::5',
    expected: 'pass',
  },
  {
    what: 'the mail servers of the domain',
    zone: { 'a.test': { TXT: ['v=spf1 mx -all'], MX: ['m.a.test'] }, 'm.a.test': { A: ['192.0.2.7'] } },
    expected: 'pass',
    lookups: 1,
  },
  {
    what: 'a host and its network',
    zone: { 'a.test': { TXT: ['v=spf1 a:h.a.test/24 -all'] }, 'h.a.test': { A: ['192.0.2.200'] } },
    expected: 'pass',
  },
  {
    what: 'a host with IPv6',
    zone: { 'a.test': { TXT: ['v=spf1 a -all'], AAAA: ['2001:db8::5'] } },
    address: '2001:db8::5',
    expected: 'pass',
  },
  {
    what: 'a record of another domain, whose “-all” does not count',
    zone: { 'a.test': { TXT: ['v=spf1 include:b.test ip4:192.0.2.7 -all'] }, 'b.test': { TXT: ['v=spf1 -all'] } },
    expected: 'pass',
  },
  {
    what: 'a redirect, wherever it stands',
    zone: {
      'a.test': { TXT: ['v=spf1 redirect=b.test ip4:192.0.3.1'] },
      'b.test': { TXT: ['v=spf1 ip4:192.0.2.7 -all'] },
    },
    expected: 'pass',
    lookups: 1,
  },
  {
    what: 'ten lookups',
    zone: { 'a.test': { TXT: [`v=spf1 ${tenIncludes} ip4:192.0.2.7 -all`] }, ...included(10) },
    expected: 'pass',
    lookups: 10,
  },
];

const broken: { what: string; zone: Zone; sentence: string }[] = [
  {
    what: 'two records',
    zone: { 'a.test': { TXT: ['v=spf1 -all', 'v=spf1 mx -all'] } },
    sentence: 'a.test has 2 SPF records',
  },
  {
    what: 'a word of no meaning',
    zone: { 'a.test': { TXT: ['v=spf1 ipv4:192.0.2.7 -all'] } },
    sentence: '“ipv4:192.0.2.7”',
  },
  {
    what: 'an address that is none',
    zone: { 'a.test': { TXT: ['v=spf1 ip4:192.0.2.700 -all'] } },
    sentence: '“ip4:192.0.2.700”',
  },
  {
    what: 'a network that is none',
    zone: { 'a.test': { TXT: ['v=spf1 ip4:192.0.2.7/33 -all'] } },
    sentence: '“ip4:192.0.2.7/33”',
  },
  {
    what: 'another without a record',
    zone: { 'a.test': { TXT: ['v=spf1 include:b.test -all'] } },
    sentence: 'b.test, which has no SPF record',
  },
  {
    what: 'eleven lookups',
    zone: { 'a.test': { TXT: [`v=spf1 ${tenIncludes} include:i10.test -all`] }, ...included(11) },
    sentence: 'more than 10 lookups',
  },
  { what: 'itself', zone: { 'a.test': { TXT: ['v=spf1 include:a.test -all'] } }, sentence: 'more than 10 lookups' },
  {
    what: 'three names without addresses',
    zone: { 'a.test': { TXT: ['v=spf1 a:x.test a:y.test a:z.test -all'] } },
    sentence: 'more than 2 terms that find nothing in DNS, z.test',
  },
];

test.each(cases)('a record that names $what', async ({ zone, address = '192.0.2.7', expected, lookups }) => {
  const { server } = await startDns(zone);
  const report = await checkSpf('a.test', address, openDns(server));

  expect(report).toMatchObject({ problem: null, result: expected, ...(lookups === undefined ? {} : { lookups }) });
  expect(await independentResult(server, address)).toBe(expected);
});

test.each(broken)('a record with $what is broken', async ({ zone, sentence }) => {
  const { server } = await startDns(zone);

  expect((await checkSpf('a.test', '192.0.2.7', openDns(server))).problem).toContain(sentence);
  expect(await independentResult(server, '192.0.2.7')).toBe('permerror');
});

test('no record, and one with macros, are told from others', async () => {
  const { server } = await startDns({
    'b.test': { TXT: ['v=spf1 exists:%{i}.b.test -all'] },
    'c.test': { fails: true },
  });
  const dns = openDns(server);

  expect(await checkSpf('a.test', '192.0.2.7', dns)).toMatchObject({ record: null, problem: null });
  expect(await checkSpf('b.test', '192.0.2.7', dns)).toMatchObject({ hasMacros: true, problem: null, lookups: 1 });
  await expect(checkSpf('c.test', '192.0.2.7', dns)).rejects.toThrow('DNS gives no answer about c.test');
  expect(() => openDns('dns')).toThrow('dns is not the address of a DNS server');
});

/** What another implementation makes of it. */
async function independentResult(server: string, ip: string) {
  const resolver = new Resolver();
  resolver.setServers([server]);
  const { status } = await independent({
    sender: 'post@a.test',
    ip,
    helo: 'a.test',
    resolver: (name, type) => resolver.resolve(name, type) as never,
  });
  return status.result;
}
