import { cpus } from 'node:os';
import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { readDkim, type DkimVariables } from '@/lib/platform/dkim-key';
import { problemOfFrameOrigin } from '@/lib/platform/frame-origin';
import {
  bounceAddress,
  databaseAddress,
  dkimSelector,
  domain,
  frameOrigin,
  host,
  mailFrom,
  optional,
  origin,
  smtpUrl,
  text,
  token,
  trustedProxies,
  webAddress,
  webhookSecret,
  wholeNumber,
} from '@/lib/platform/env-rules';

/** The message is one sentence that says what to do. */
export class EnvError extends Error {}

const schema = z.object({
  PORT: wholeNumber('PORT', 0, 65_535).default(3000),
  HOST: host.default('127.0.0.1'),
  SITE_URL: origin('SITE_URL').optional(),
  DATA_DIR: text.default('./data'),
  DATABASE_URL: databaseAddress.optional(),
  WORKERS: wholeNumber('WORKERS', 1, 256).optional(),
  AUTH_SECRET: text.min(32, 'AUTH_SECRET must be at least 32 characters long').optional(),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: mailFrom,
  BOUNCE_ADDRESS: bounceAddress.optional(),
  BOUNCE_SECRET: token('BOUNCE_SECRET', 16).optional(),
  DKIM_DOMAIN: domain('DKIM_DOMAIN').optional(),
  DKIM_SELECTOR: dkimSelector.optional(),
  DKIM_PRIVATE_KEY: optional,
  DKIM_PRIVATE_KEY_FILE: optional,
  S3_BUCKET: text
    .regex(/^[\w.-]{3,63}$/, 'S3_BUCKET must be the name of a bucket: 3 to 63 letters, digits, dots or hyphens')
    .optional(),
  S3_REGION: text
    .regex(/^[\w-]{1,63}$/, 'S3_REGION must be the name of a region such as eu-central-1')
    .default('us-east-1'),
  S3_ENDPOINT: webAddress('S3_ENDPOINT').optional(),
  S3_ACCESS_KEY_ID: optional,
  S3_SECRET_ACCESS_KEY: optional,
  METRICS_TOKEN: token('METRICS_TOKEN', 16).optional(),
  TRUSTED_PROXIES: trustedProxies,
  COUNTRY_HEADER: text
    .regex(/^[\w-]{1,64}$/, 'COUNTRY_HEADER must be the name of a header, such as CF-IPCountry')
    .toLowerCase()
    .optional(),
  GITHUB_ID: optional,
  GITHUB_SECRET: optional,
  GOOGLE_ID: optional,
  GOOGLE_SECRET: optional,
  OIDC_ISSUER: webAddress('OIDC_ISSUER').optional(),
  OIDC_ID: optional,
  OIDC_SECRET: optional,
  OIDC_NAME: text.max(80, 'OIDC_NAME must be at most 80 characters long').default('Single sign-on'),
  ADS_FRAME_ORIGIN: frameOrigin('ADS_FRAME_ORIGIN').optional(),
  AKISMET_KEY: token('AKISMET_KEY', 8).optional(),
  AKISMET_URL: webAddress('AKISMET_URL').optional(),
  MODERATION_WEBHOOK_URL: webAddress('MODERATION_WEBHOOK_URL').optional(),
  MODERATION_WEBHOOK_SECRET: webhookSecret('MODERATION_WEBHOOK_SECRET').optional(),
  LOG_LEVEL: text
    .pipe(z.enum(['silent', 'error', 'warn', 'info', 'debug'], 'LOG_LEVEL must be silent, error, warn, info or debug'))
    .default('info'),
  LOG_SLOW_QUERY_MS: z
    .union([z.literal('off'), wholeNumber('LOG_SLOW_QUERY_MS', 0, 3_600_000)], {
      error: 'LOG_SLOW_QUERY_MS must be off, or a whole number of milliseconds from 0 to 3600000',
    })
    .default(200),
  MEMORY: text.pipe(z.enum(['small', 'roomy'], 'MEMORY must be small or roomy')).default('small'),
  RATE_LIMITS: text.pipe(z.enum(['on', 'off'], 'RATE_LIMITS must be on or off')).default('on'),
});

const AKISMET = 'https://rest.akismet.com/1.1';

export type Env = ReturnType<typeof readEnv>;

/** Parses environment variables; empty ones count as unset. Throws EnvError. */
export function readEnv(source: Record<string, string | undefined>) {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(set);
  if (!parsed.success) throw new EnvError(`${parsed.error.issues[0]?.message ?? 'The environment is wrong'}.`);
  const raw = parsed.data;
  const isLoopback = ['127.0.0.1', 'localhost', '::1'].includes(raw.HOST);
  if (raw.RATE_LIMITS === 'off' && !isLoopback) {
    throw new EnvError('RATE_LIMITS=off is accepted only while HOST is 127.0.0.1, localhost or ::1.');
  }
  const siteUrl = raw.SITE_URL ?? `http://localhost:${raw.PORT}`;
  const problem = raw.ADS_FRAME_ORIGIN ? problemOfFrameOrigin(raw.ADS_FRAME_ORIGIN, siteUrl) : null;
  if (problem) throw new EnvError(problem);
  const dataDir = isAbsolute(raw.DATA_DIR) ? raw.DATA_DIR : resolve(process.cwd(), raw.DATA_DIR);
  const databaseUrl = raw.DATABASE_URL ?? `file:${dataDir}/masthead.db`;
  const database = databaseUrl.startsWith('file:') ? ('sqlite' as const) : ('postgresql' as const);
  return {
    port: raw.PORT,
    host: raw.HOST,
    siteUrl,
    dataDir,
    databaseUrl,
    database,
    workers: raw.WORKERS ?? (database === 'sqlite' ? 1 : cpus().length),
    authSecret: raw.AUTH_SECRET ?? null,
    smtpUrl: raw.SMTP_URL ?? null,
    mailFrom: raw.MAIL_FROM ?? null,
    bounces: bounces(raw.BOUNCE_ADDRESS, raw.BOUNCE_SECRET),
    dkim: dkim(raw),
    s3: storage(raw),
    metricsToken: raw.METRICS_TOKEN ?? null,
    trustedProxies: raw.TRUSTED_PROXIES,
    countryHeader: raw.COUNTRY_HEADER ?? null,
    github: pair('GITHUB', raw.GITHUB_ID, raw.GITHUB_SECRET),
    google: pair('GOOGLE', raw.GOOGLE_ID, raw.GOOGLE_SECRET),
    oidc: oidc(raw),
    adsFrameOrigin: raw.ADS_FRAME_ORIGIN ?? null,
    akismet: akismet(raw.AKISMET_KEY, raw.AKISMET_URL),
    moderationWebhook: webhook(raw.MODERATION_WEBHOOK_URL, raw.MODERATION_WEBHOOK_SECRET),
    logLevel: raw.LOG_LEVEL,
    /** Null disables the log of slow statements. */
    slowQueryMs: raw.LOG_SLOW_QUERY_MS === 'off' ? null : raw.LOG_SLOW_QUERY_MS,
    /** Roomy: renderers take a third more memory and a third less processor time. */
    memory: raw.MEMORY,
    rateLimits: raw.RATE_LIMITS === 'on',
  };
}

let current: Env | undefined;

/** The process's environment, parsed once. */
export function env(): Env {
  current ??= readEnv(process.env);
  return current;
}

function bounces(address: string | undefined, secret: string | undefined) {
  if (!address && !secret) return null;
  if (!address || !secret) throw new EnvError('BOUNCE_ADDRESS and BOUNCE_SECRET must be set together.');
  return { address, secret };
}

function akismet(key: string | undefined, address: string | undefined) {
  if (address && !key) throw new EnvError('AKISMET_KEY must be set beside AKISMET_URL.');
  return key ? { key, address: address ?? AKISMET, isOwnAddress: address !== undefined } : null;
}

function webhook(url: string | undefined, key: Buffer | undefined) {
  if (!url && !key) return null;
  if (!url || !key) {
    throw new EnvError('MODERATION_WEBHOOK_URL and MODERATION_WEBHOOK_SECRET must be set together.');
  }
  return { url, key };
}

function dkim(raw: DkimVariables) {
  const read = readDkim(raw);
  if (read && 'problem' in read) throw new EnvError(read.problem);
  return read;
}

function pair(name: string, id: string | null, secret: string | null) {
  if (!id && !secret) return null;
  if (!id || !secret) throw new EnvError(`${name}_ID and ${name}_SECRET must be set together.`);
  return { id, secret };
}

function oidc(raw: z.output<typeof schema>) {
  const client = pair('OIDC', raw.OIDC_ID, raw.OIDC_SECRET);
  if (!client && !raw.OIDC_ISSUER) return null;
  if (!client || !raw.OIDC_ISSUER) throw new EnvError('OIDC_ISSUER, OIDC_ID and OIDC_SECRET must be set together.');
  return { ...client, issuer: raw.OIDC_ISSUER, name: raw.OIDC_NAME };
}

function storage(raw: z.output<typeof schema>) {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = raw;
  if (!accessKeyId !== !secretAccessKey) {
    throw new EnvError('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY must be set together.');
  }
  if (!bucket) {
    if (accessKeyId || raw.S3_ENDPOINT) throw new EnvError('S3_BUCKET must be set beside the other S3 variables.');
    return null;
  }
  // Without keys, the machine's role applies.
  const credentials = accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null;
  return { bucket, region: raw.S3_REGION, endpoint: raw.S3_ENDPOINT ?? null, credentials };
}
