import { expect, test } from 'vitest';
import { startDns } from '../../../tests/factories/dns-server';
import { checkDmarc, isAligned } from './dmarc';
import { openDns } from './dns';

const records = (found: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(found).map(([domain, TXT]) => [`_dmarc.${domain}`, { TXT }]));

test.each([
  [
    { 'news.a.test': ['v=DMARC1; p=reject; rua=mailto:d@a.test'] },
    { at: 'news.a.test', policy: 'reject', hasReports: true },
  ],
  [{ 'a.test': ['v=DMARC1;p=reject;sp=quarantine'] }, { at: 'a.test', policy: 'quarantine', hasReports: false }],
  [
    { 'a.test': ['v=DMARC1; p=reject'], test: ['v=DMARC1; p=none; psd=y'] },
    { at: 'a.test', policy: 'reject' },
  ],
  [{ test: ['v=DMARC1; p=reject; psd=y'] }, null],
  [{ 'a.test': ['v=spf1 -all', 'v=DMARC1; p=none'] }, { at: 'a.test', policy: 'none' }],
  [{ 'news.a.test': ['v=DMARC1; rua=mailto:d@a.test'] }, { at: 'news.a.test', policy: 'none' }],
  [{ 'b.test': ['v=DMARC1; p=reject'] }, null],
])('of %o receivers of e-mails from news.a.test use %o', async (found, expected) => {
  const { server } = await startDns(records(found));

  expect(await checkDmarc('news.a.test', openDns(server))).toMatchObject({ problem: null, found: expected });
});

test.each([
  [['v=DMARC1; p=none', 'v=DMARC1; p=reject'], '_dmarc.a.test has more than one DMARC record'],
  [['v=DMARC1; p=quarantin'], 'p=quarantin, which is no policy'],
  [['v=DMARC1; adkim=s'], 'has no policy'],
])('receivers use nothing of %o', async (found, sentence) => {
  const { server } = await startDns(records({ 'a.test': found }));
  const report = await checkDmarc('a.test', openDns(server));

  expect(report).toMatchObject({ found: null, problem: expect.stringContaining(sentence) as string });
});

test('a name of many parts is walked in eight steps at most', async () => {
  const { server, asked } = await startDns({});
  await checkDmarc('a.b.c.d.e.f.g.h.i.j.test', openDns(server));

  expect([...new Set(asked)]).toEqual(
    [
      'a.b.c.d.e.f.g.h.i.j.test',
      'e.f.g.h.i.j.test',
      'f.g.h.i.j.test',
      'g.h.i.j.test',
      'h.i.j.test',
      'i.j.test',
      'j.test',
      'test',
    ].map((name) => `_dmarc.${name}`),
  );
});

test('a signature stands for its domain, and for others of its organisation unless that is forbidden', async () => {
  const { server, asked } = await startDns(
    records({
      'a.test': ['v=DMARC1; p=none'],
      'strict.a.test': ['v=DMARC1; p=none; adkim=s'],
      'shop.b.test': ['v=DMARC1; p=none; psd=n'],
      'b.test': ['v=DMARC1; p=none'],
    }),
  );
  const dns = openDns(server);

  expect(await isAligned('a.test', 'a.test', 'dkim', dns)).toBe(true);
  expect(asked).toEqual([]);
  expect(await isAligned('a.test', 'news.a.test', 'dkim', dns)).toBe(true);
  expect(await isAligned('mail.a.test', 'news.a.test', 'spf', dns)).toBe(true);
  expect(await isAligned('a.test', 'strict.a.test', 'dkim', dns)).toBe(false);
  expect(await isAligned('a.test', 'strict.a.test', 'spf', dns)).toBe(true);
  expect(await isAligned('b.test', 'a.test', 'dkim', dns)).toBe(false);
  expect(await isAligned('b.test', 'shop.b.test', 'dkim', dns)).toBe(false);
});
