import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { startDns } from '../../../tests/factories/dns-server';
import { checkDkimRecord } from './dkim';
import { openDns } from './dns';

const keyOf = (modulusLength: number) =>
  generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const key = keyOf(2048);
const name = 'masthead._domainkey.a.test';

async function look(...TXT: string[]) {
  const { server } = await startDns(TXT.length > 0 ? { [name]: { TXT } } : {});
  return checkDkimRecord(name, openDns(server));
}

test.each([
  [`v=DKIM1; k=rsa; p=${key}`],
  [`p=${key};`],
  [`v=DKIM1; h=sha1:sha256; s=email; t=s; n=any word; p=${key.slice(0, 200)} ${key.slice(200)}`],
])('%s holds a key', async (record) => {
  expect(await look(record)).toEqual({ problem: null, isMissing: false, isWeak: false, isTest: false, key });
});

test('a short key and a test are told', async () => {
  expect(await look(`v=DKIM1; t=y:s; p=${keyOf(1024)}`)).toMatchObject({ problem: null, isWeak: true, isTest: true });
});

test.each([
  [[], 'has no record in DNS'],
  [[`v=DKIM1; p=${key}`, 'v=spf1 -all'], 'has 2 records'],
  [[`p=${key}; v=DKIM1`], 'must begin with v=DKIM1'],
  [[`v=DKIM2; p=${key}`], 'must begin with v=DKIM1'],
  [['v=DKIM1; k=rsa'], 'has no key (p=)'],
  [['v=DKIM1; p='], 'is revoked'],
  [[`v=DKIM1; p=${key.slice(0, 100)}`], '(p=) cannot be read'],
  [[`v=DKIM1; k=dsa; p=${key}`], 'has k=dsa'],
  [[`v=DKIM1; s=web; p=${key}`], 'not for e-mail'],
  [[`v=DKIM1; h=sha1; p=${key}`], 'does not allow sha256'],
  [[`v=DKIM1; ${key}`], 'is not a list such as'],
])('%o is wrong', async (found, sentence) => {
  expect((await look(...found)).problem).toContain(sentence);
});
