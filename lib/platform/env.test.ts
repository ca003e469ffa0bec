import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { EnvError, readEnv } from './env';

type Source = Record<string, string>;
const s3 = { S3_BUCKET: 'pictures', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };
const oidc = { OIDC_ISSUER: 'https://id.example.org/realms/a', OIDC_ID: 'id', OIDC_SECRET: 'secret' };

const rsaKey = (modulusLength: number) =>
  generateKeyPairSync('rsa', { modulusLength }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const dkim = { DKIM_SELECTOR: 'masthead', DKIM_PRIVATE_KEY: rsaKey(1024) };
const edwardsKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const webhookSecret = `whsec_${Buffer.alloc(24, 'k').toString('base64')}`;

const refusals: [Source, string][] = [
  [{ PORT: 'http' }, 'PORT must be a whole number from 0 to 65535.'],
  [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535.'],
  [{ PORT: '-1' }, 'PORT must be a whole number from 0 to 65535.'],
  [{ HOST: 'http://blog.example.org' }, 'HOST must be an address of this machine'],
  [{ HOST: '127.0.0.1:3000' }, 'HOST must be an address of this machine'],
  [{ HOST: '127.0.0.256' }, 'HOST must be an address of this machine'],
  [{ SITE_URL: 'example.org' }, 'SITE_URL must be an address such as https://blog.example.org.'],
  [{ SITE_URL: 'ftp://example.org' }, 'SITE_URL must be an address such as https://blog.example.org.'],
  [{ SITE_URL: 'https://' }, 'SITE_URL must be an address such as https://blog.example.org.'],
  [{ SITE_URL: 'https:///blog' }, 'SITE_URL must be an address such as https://blog.example.org.'],
  [{ SITE_URL: 'https://example.org/blog' }, 'without a path.'],
  [{ SITE_URL: 'https://bücher.example/blog' }, 'without a path.'],
  [{ SITE_URL: 'https://example.org/?a' }, 'without a path.'],
  [{ SITE_URL: 'https://example.org/#a' }, 'without a path.'],
  [{ SITE_URL: 'https://user:secret@example.org' }, 'without a user name or password.'],
  [{ DATABASE_URL: 'mysql://localhost/blog' }, 'DATABASE_URL must start with file: or postgresql://.'],
  [{ DATABASE_URL: './blog.db' }, 'DATABASE_URL must start with file: or postgresql://.'],
  [{ DATABASE_URL: 'file:' }, 'DATABASE_URL must name the file after file:.'],
  [
    { DATABASE_URL: 'postgresql://host:99999/blog' },
    'DATABASE_URL must look like postgresql://user:password@host:5432',
  ],
  [{ WORKERS: '0' }, 'WORKERS must be a whole number from 1 to 256.'],
  [{ WORKERS: '1.5' }, 'WORKERS must be a whole number from 1 to 256.'],
  [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET must be at least 32 characters long.'],
  [{ SMTP_URL: 'mail.example.org:587' }, 'SMTP_URL must start with smtp:// or smtps://.'],
  [{ SMTP_URL: 'smtp://' }, 'SMTP_URL must look like smtp://user:password@host:587'],
  [{ SMTP_URL: 'smtp://user:a/b@mail.example.org' }, 'SMTP_URL must look like smtp://user:password@host:587'],
  [{ MAIL_FROM: 'the blog' }, 'MAIL_FROM must be an address such as blog@example.org'],
  [{ MAIL_FROM: 'Blog <blog>' }, 'MAIL_FROM must be an address such as blog@example.org'],
  [{ S3_BUCKET: 'https://store/pictures' }, 'S3_BUCKET must be the name of a bucket'],
  [{ BOUNCE_ADDRESS: 'Blog <b@example.org>', BOUNCE_SECRET: 's'.repeat(16) }, 'BOUNCE_ADDRESS must be an address such'],
  [{ BOUNCE_ADDRESS: 'bounces-of-the-blog@example.org' }, 'BOUNCE_ADDRESS may have 18 letters before the @.'],
  [{ BOUNCE_ADDRESS: 'bounces@example.org' }, 'BOUNCE_ADDRESS and BOUNCE_SECRET must be set together.'],
  [{ BOUNCE_SECRET: 's'.repeat(16) }, 'BOUNCE_ADDRESS and BOUNCE_SECRET must be set together.'],
  [{ BOUNCE_ADDRESS: 'bounces@example.org', BOUNCE_SECRET: 'short' }, 'BOUNCE_SECRET must be at least 16 characters'],
  [{ AKISMET_KEY: 'short' }, 'AKISMET_KEY must be at least 8 characters long.'],
  [{ AKISMET_URL: 'https://spam.example/1.1' }, 'AKISMET_KEY must be set beside AKISMET_URL.'],
  [{ MODERATION_WEBHOOK_URL: 'https://judge.example/' }, 'MODERATION_WEBHOOK_URL and MODERATION_WEBHOOK_SECRET must'],
  [{ MODERATION_WEBHOOK_SECRET: webhookSecret }, 'MODERATION_WEBHOOK_URL and MODERATION_WEBHOOK_SECRET must be set'],
  [
    { MODERATION_WEBHOOK_SECRET: 'another-form-of-secret-than-asked' },
    'MODERATION_WEBHOOK_SECRET must be whsec_ and at',
  ],
  [{ MODERATION_WEBHOOK_SECRET: 'whsec_c2hvcnQ=' }, 'MODERATION_WEBHOOK_SECRET must be whsec_ and at least 24 bytes'],
  [{ ...dkim, DKIM_DOMAIN: 'https://example.org' }, 'DKIM_DOMAIN must be a domain such as example.org.'],
  [{ ...dkim, DKIM_SELECTOR: 'a b' }, 'DKIM_SELECTOR must be letters, digits and hyphens'],
  [{ ...dkim, DKIM_SELECTOR: '' }, 'DKIM_SELECTOR must be set together with DKIM_PRIVATE_KEY_FILE or'],
  [{ DKIM_SELECTOR: 'masthead' }, 'DKIM_SELECTOR must be set together with DKIM_PRIVATE_KEY_FILE or'],
  [{ DKIM_DOMAIN: 'example.org' }, 'DKIM_SELECTOR must be set together with DKIM_PRIVATE_KEY_FILE or'],
  [{ ...dkim, DKIM_PRIVATE_KEY_FILE: '/nowhere/key.pem' }, 'Only one of DKIM_PRIVATE_KEY and DKIM_PRIVATE_KEY_FILE'],
  [
    { DKIM_SELECTOR: 'masthead', DKIM_PRIVATE_KEY_FILE: '/nowhere/key.pem' },
    'DKIM_PRIVATE_KEY_FILE names /nowhere/key.pem, which cannot be read.',
  ],
  [{ ...dkim, DKIM_PRIVATE_KEY: 'secret' }, 'DKIM_PRIVATE_KEY must hold a private key in PEM form'],
  [{ ...dkim, DKIM_PRIVATE_KEY: edwardsKey }, 'DKIM_PRIVATE_KEY must hold an RSA key'],
  [{ ...dkim, DKIM_PRIVATE_KEY: rsaKey(768) }, 'DKIM_PRIVATE_KEY must hold a key of at least 1024 bits'],
  [{ ...s3, S3_REGION: 'eu west' }, 'S3_REGION must be the name of a region'],
  [{ ...s3, S3_ENDPOINT: 'store.example.org' }, 'S3_ENDPOINT must be an address such as'],
  [{ ...s3, S3_ENDPOINT: 'https://a:b@store.example.org' }, 'S3_ENDPOINT must be an address without a user name'],
  [{ S3_ENDPOINT: 'https://store.example.org' }, 'S3_BUCKET must be set beside the other S3 variables.'],
  [{ ...s3, S3_BUCKET: '' }, 'S3_BUCKET must be set beside the other S3 variables.'],
  [{ ...s3, S3_SECRET_ACCESS_KEY: '' }, 'S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY must be set together.'],
  [{ ...s3, S3_ACCESS_KEY_ID: '' }, 'S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY must be set together.'],
  [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN must be at least 16 characters long.'],
  [{ METRICS_TOKEN: 'sixteen letters with spaces' }, 'METRICS_TOKEN must be letters, digits and signs'],
  [{ TRUSTED_PROXIES: '10.0.0.0/99' }, 'TRUSTED_PROXIES names "10.0.0.0/99", which is not an address or network'],
  [{ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/x' }, 'TRUSTED_PROXIES names "10.0.0.0/x"'],
  [{ TRUSTED_PROXIES: 'nginx' }, 'TRUSTED_PROXIES names "nginx"'],
  [{ TRUSTED_PROXIES: 'fd00::/129' }, 'TRUSTED_PROXIES names "fd00::/129"'],
  [{ TRUSTED_PROXIES: '127.0.0.1;::1' }, 'TRUSTED_PROXIES names "127.0.0.1;::1"'],
  [{ GITHUB_ID: 'id' }, 'GITHUB_ID and GITHUB_SECRET must be set together.'],
  [{ GITHUB_SECRET: 'secret' }, 'GITHUB_ID and GITHUB_SECRET must be set together.'],
  [{ GOOGLE_ID: 'id' }, 'GOOGLE_ID and GOOGLE_SECRET must be set together.'],
  [{ GOOGLE_SECRET: 'secret' }, 'GOOGLE_ID and GOOGLE_SECRET must be set together.'],
  [{ ...oidc, OIDC_ISSUER: '' }, 'OIDC_ISSUER, OIDC_ID and OIDC_SECRET must be set together.'],
  [{ ...oidc, OIDC_ID: '' }, 'OIDC_ID and OIDC_SECRET must be set together.'],
  [{ ...oidc, OIDC_SECRET: '' }, 'OIDC_ID and OIDC_SECRET must be set together.'],
  [{ ...oidc, OIDC_ISSUER: 'id.example.org' }, 'OIDC_ISSUER must be an address such as'],
  [{ ...oidc, OIDC_ISSUER: 'https://id.example.org/?a=b' }, 'OIDC_ISSUER must be an address without a user name'],
  [{ ...oidc, OIDC_NAME: 'n'.repeat(81) }, 'OIDC_NAME must be at most 80 characters long.'],
  [{ ADS_FRAME_ORIGIN: 'frames.example.org' }, 'ADS_FRAME_ORIGIN must be an address such as'],
  [{ ADS_FRAME_ORIGIN: 'https://frames.example.org/f' }, 'without a path.'],
  [{ ADS_FRAME_ORIGIN: 'https://f.*.example.org' }, 'a * only as the first part of its host'],
  [{ ADS_FRAME_ORIGIN: 'https://*.*.example.org' }, 'a * only as the first part of its host'],
  [
    { SITE_URL: 'https://a.example', ADS_FRAME_ORIGIN: 'https://A.example:443/' },
    'ADS_FRAME_ORIGIN must be another address than SITE_URL',
  ],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be silent, error, warn, info or debug.'],
  [{ LOG_SLOW_QUERY_MS: 'never' }, 'LOG_SLOW_QUERY_MS must be off, or a whole number of milliseconds'],
  [{ MEMORY: 'large' }, 'MEMORY must be small or roomy.'],
  [{ RATE_LIMITS: 'no' }, 'RATE_LIMITS must be on or off.'],
  [{ HOST: '0.0.0.0', RATE_LIMITS: 'off' }, 'RATE_LIMITS=off is accepted only while HOST is'],
];

test.each(refusals)('%o is refused in one sentence', (source, sentence) => {
  const read = () => readEnv(source);
  expect(read).toThrow(EnvError);
  expect(read).toThrow(sentence);
  expect(read).toThrow(/^[^\n]+\.$/);
});

test('does not repeat a password', () => {
  expect(() => readEnv({ DATABASE_URL: 'postgresql://u:hidden@host:99999/blog' })).not.toThrow('hidden');
  expect(() => readEnv({ SMTP_URL: 'smtp://u:hidden/x@host' })).not.toThrow('hidden');
  expect(() => readEnv({ ...dkim, DKIM_PRIVATE_KEY: 'hidden' })).not.toThrow('hidden');
});

test.each([
  ['https://blog.example.org', 'https://blog.example.org'],
  ['https://blog.example.org/', 'https://blog.example.org'],
  ['https://Blog.Example.org:443', 'https://blog.example.org'],
  ['http://localhost:3000', 'http://localhost:3000'],
  ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ['https://BÜCHER.example/', 'https://xn--bcher-kva.example'],
  ['https://日本.example:8443', 'https://xn--wgv71a.example:8443'],
  ['https://xn--bcher-kva.example', 'https://xn--bcher-kva.example'],
  ['http://[2001:db8:0::1]:8080', 'http://[2001:db8::1]:8080'],
])('SITE_URL=%s is %s', (given, siteUrl) => {
  expect(readEnv({ SITE_URL: given }).siteUrl).toBe(siteUrl);
});

test('reads valid values', () => {
  const read = readEnv({
    ...s3,
    ...oidc,
    HOST: '::',
    LOG_LEVEL: ' warn ',
    LOG_SLOW_QUERY_MS: 'off',
    MAIL_FROM: 'The Blog <blog@example.org>',
    SMTP_URL: 'smtps://user:p%40ss@mail.example.org:465',
    S3_ENDPOINT: 'http://127.0.0.1:9000/',
    TRUSTED_PROXIES: '127.0.0.1, ::1 10.0.0.0/8',
    DATABASE_URL: 'postgresql:///blog?host=/run/postgresql',
    METRICS_TOKEN: 'sixteen-letters-and-more',
  });
  expect(read).toMatchObject({
    host: '::',
    logLevel: 'warn',
    slowQueryMs: null,
    mailFrom: 'The Blog <blog@example.org>',
    s3: { bucket: 'pictures', endpoint: 'http://127.0.0.1:9000', region: 'us-east-1' },
    oidc: { issuer: 'https://id.example.org/realms/a', name: 'Single sign-on' },
    trustedProxies: ['127.0.0.1', '::1', '10.0.0.0/8'],
    database: 'postgresql',
  });
  expect(readEnv({ SITE_URL: '  ', TRUSTED_PROXIES: '' })).toMatchObject({
    siteUrl: 'http://localhost:3000',
    trustedProxies: [],
  });
});

test('reads a key that is written on one line, as environments of services hold it', () => {
  const oneLine = dkim.DKIM_PRIVATE_KEY.trim().replaceAll('\n', '\\n');
  expect(readEnv({ ...dkim, DKIM_PRIVATE_KEY: oneLine, DKIM_DOMAIN: 'News.Example.' }).dkim).toEqual({
    domain: 'news.example',
    selector: 'masthead',
    privateKey: dkim.DKIM_PRIVATE_KEY.trim(),
  });
  expect(readEnv({}).dkim).toBeNull();
});

test('services that judge comments have a key each, and an address of their own only if it is given', () => {
  expect(readEnv({})).toMatchObject({ akismet: null, moderationWebhook: null });
  const own = { address: 'http://10.0.0.7/1.1', isOwnAddress: true };
  expect(readEnv({ AKISMET_KEY: 'key-of-site' }).akismet).toMatchObject({ isOwnAddress: false });
  expect(readEnv({ AKISMET_KEY: 'key-of-site', AKISMET_URL: 'http://10.0.0.7/1.1/' }).akismet).toMatchObject(own);
  const url = 'http://127.0.0.1:9000/judge';
  expect(
    readEnv({ MODERATION_WEBHOOK_URL: url, MODERATION_WEBHOOK_SECRET: webhookSecret }).moderationWebhook,
  ).toMatchObject({ url, key: Buffer.alloc(24, 'k') });
});
