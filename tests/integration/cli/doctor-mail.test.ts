import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { dkimRecord } from '@/lib/mail/dkim-record';
import { startDns } from '../../factories/dns-server';
import { startMailSink } from '../../factories/mail-sink';
import { runMasthead } from '../../factories/run-masthead';

// Every run is a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });

const pem = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const privateKey = pem();
const key = dkimRecord({ domain: 'news.test', selector: 'masthead', privateKey });
const signing = { DKIM_SELECTOR: 'masthead', DKIM_PRIVATE_KEY: privateKey };

const certificate = readFileSync('tests/fixtures/mail-server.pem');

type Check = { name: string; isGood: boolean; sentence: string; record?: object };

async function doctor(environment: Record<string, string>, ...args: string[]) {
  for (const [name, value] of Object.entries({ MAIL_FROM: 'The News <post@news.test>', ...environment })) {
    vi.stubEnv(name, value);
  }
  const { code, stdout, stderr } = await runMasthead('doctor', 'mail', '--json', ...args);
  vi.unstubAllEnvs();
  expect(stderr).toBe('');
  const checks = JSON.parse(stdout) as Check[];
  return { code, byName: Object.fromEntries(checks.map(({ name, ...check }) => [name, check])) };
}

const says = (isGood: boolean, words: RegExp, record?: object) => ({
  isGood,
  sentence: expect.stringMatching(words) as string,
  ...(record ? { record: { type: 'TXT', ...record } } : {}),
});

test('all is well where DNS and the mail server say so, and nothing is sent', async () => {
  const sink = await startMailSink();
  const { server } = await startDns({
    'news.test': { TXT: ['v=spf1 ip4:192.0.2.7 -all'] },
    [key.name]: { TXT: [key.value] },
    '_dmarc.news.test': { TXT: ['v=DMARC1; p=quarantine; adkim=s; rua=mailto:dmarc@news.test'] },
  });
  const options = ['--dns', server, '--ip', '192.0.2.7'];
  const { code, byName } = await doctor({ ...signing, SMTP_URL: sink.url }, ...options);

  expect(byName).toEqual({
    sender: says(true, /from post@news\.test\.$/),
    'mail-server': says(true, /answers on this machine and accepts e-mails from post@news\.test\.$/),
    spf: says(true, /names 192\.0\.2\.7 \(0 of 10 lookups\)\.$/),
    dkim: says(true, /at masthead\._domainkey\.news\.test, and it stands for news\.test\.$/),
    dmarc: says(true, /as spam \(p=quarantine\)\.$/),
  });
  expect(code).toBe(0);
  expect(sink.received).toEqual([]);
});

test('what is missing is named, with the record to set', async () => {
  const { server } = await startDns({});
  const { code, byName } = await doctor({ ...signing, SMTP_URL: '' }, '--dns', server, '--ip', '2001:db8::5');

  expect(byName).toMatchObject({
    'mail-server': says(false, /^SMTP_URL is not set/),
    spf: says(false, /^news\.test has no SPF record/, { name: 'news.test', value: 'v=spf1 ip6:2001:db8::5 ~all' }),
    dkim: says(false, /has no record in DNS\.$/, key),
    dmarc: says(false, /^news\.test has no DMARC record/, { name: '_dmarc.news.test', value: 'v=DMARC1; p=none' }),
  });
  expect(code).toBe(1);
});

test('the domain of BOUNCE_ADDRESS is looked at, too', async () => {
  const reports = {
    BOUNCE_ADDRESS: 'bounces@mail.news.test',
    BOUNCE_SECRET: 'a secret of some length'.replaceAll(' ', '-'),
  };
  const spf = { 'news.test': { TXT: ['v=spf1 ip4:192.0.2.7 -all'] } };
  const dmarc = { '_dmarc.news.test': { TXT: ['v=DMARC1; p=none'] } };
  const missing = await startDns({ ...spf, ...dmarc });
  const strict = await startDns({ ...spf, '_dmarc.news.test': { TXT: ['v=DMARC1; p=none; aspf=s'] } });
  const complete = await startDns({ ...spf, ...dmarc, 'mail.news.test': { TXT: ['v=spf1 ip4:192.0.2.7 -all'] } });
  const said = async (server: string) => (await doctor(reports, '--dns', server, '--ip', '192.0.2.7')).byName.spf;

  expect(await said(missing.server)).toEqual(
    says(false, /^mail\.news\.test has no SPF record/, { name: 'mail.news.test', value: 'v=spf1 ip4:192.0.2.7 ~all' }),
  );
  expect(await said(strict.server)).toEqual(
    says(false, /BOUNCE_ADDRESS, mail\.news\.test, does not stand for news\.test/),
  );
  expect(await said(complete.server)).toEqual(
    says(true, /SPF record of news\.test.* SPF record of mail\.news\.test names/),
  );
});

test('what does not fit together is told', async () => {
  const sink = await startMailSink({
    onMailFrom: ({ address }, _session, done) => done(new Error(`${address} is not yours`)),
  });
  const { server } = await startDns({
    'news.test': { TXT: ['v=spf1 include:mail.test -all'] },
    'mail.test': { TXT: ['v=spf1 ip4:192.0.2.0/28 -all'] },
    [key.name]: { TXT: [dkimRecord({ domain: 'news.test', selector: 'masthead', privateKey: pem() }).value] },
    '_dmarc.news.test': { TXT: ['v=DMARC1; p=all'] },
  });
  const options = ['--dns', server, '--ip', '192.0.3.7'];
  const { byName } = await doctor({ ...signing, SMTP_URL: sink.url }, ...options);

  expect(byName).toMatchObject({
    'mail-server': says(
      false,
      /does not accept e-mails from post@news\.test \(MAIL_FROM\): 550 post@news\.test is not yours$/,
    ),
    spf: says(false, /does not name 192\.0\.3\.7\.$/, {
      name: 'news.test',
      value: 'v=spf1 ip4:192.0.3.7 include:mail.test -all',
    }),
    dkim: says(false, /holds another key/, key),
    dmarc: says(false, /has p=all/),
  });
});

test('a mail server is asked for encryption and takes the password', async () => {
  const { server } = await startDns({
    'news.test': { TXT: ['v=spf1 ip4:0.0.0.0 -all'] },
    'theirs._domainkey.news.test': { TXT: ['v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='] },
  });
  const sink = await startMailSink({
    disabledCommands: [],
    // A key that everybody knows, and a certificate that nobody signed.
    key: certificate,
    cert: certificate,
    authOptional: false,
    onAuth: ({ username, password }, _session, done) =>
      password === 'right' ? done(null, { user: username }) : done(new Error('wrong password')),
  });
  const open = await startMailSink();
  // An address that leads here and is not one of this machine by its name.
  const at = (url: string, account = '') => url.replace('127.0.0.1', `${account}0.0.0.0`);
  const trusting = '?tls.rejectUnauthorized=false';
  const options = ['--dns', server, '--selector', 'theirs'];
  const said = async (url: string) => (await doctor({ SMTP_URL: url }, ...options)).byName;

  const well = await said(at(sink.url, 'blog:right@') + trusting);
  expect(well).toMatchObject({
    'mail-server': says(true, /answers over an encrypted connection/),
    spf: says(true, /names 0\.0\.0\.0/),
    dkim: says(true, /at theirs\._domainkey\.news\.test/),
  });
  expect((await said(at(sink.url, 'blog:wrong@') + trusting))['mail-server']).toEqual(
    says(false, /does not take the name and password of SMTP_URL: 535 /),
  );
  expect((await said(at(sink.url)))['mail-server']).toEqual(says(false, /does not answer as it should: .*certificate/));
  const elsewhere = await startDns({ 'news.test': { TXT: ['v=spf1 ip4:192.0.2.7 -all'] } });
  expect((await doctor({ SMTP_URL: at(open.url) }, '--dns', elsewhere.server)).byName.spf).toEqual(
    says(false, /does not name 0\.0\.0\.0, the address of the mail server\. .* add --ip ADDRESS/),
  );
  expect((await said(at(open.url)))['mail-server']).toEqual(says(false, /offers no encryption \(STARTTLS\)/));
  expect((await said('smtp://127.0.0.1:1'))['mail-server']).toEqual(
    says(false, /does not answer as it should: .*ECONNREFUSED/),
  );
});

test('signatures of another organisation, an unfit sender and a DNS that fails are told', async () => {
  const other = dkimRecord({ domain: 'other.test', selector: 'masthead', privateKey });
  const { server } = await startDns({ [other.name]: { TXT: [other.value] }, 'news.test': { fails: true } });
  const { byName } = await doctor({ ...signing, DKIM_DOMAIN: 'other.test' }, '--dns', server, '--ip', '192.0.2.7');

  expect(byName).toMatchObject({
    spf: says(false, /^DNS gives no answer about news\.test \(ESERVFAIL\)/),
    dkim: says(false, /do not stand for news\.test: set DKIM_DOMAIN=news\.test\.$/),
  });
  const unfit = await doctor({ MAIL_FROM: '', SITE_URL: 'http://localhost:3000' });
  expect(unfit.byName).toEqual({ sender: says(false, /set MAIL_FROM/) });
  expect((await doctor({}, '--dns', 'dns')).byName).toEqual({ environment: says(false, /^dns is not the address/) });
});
