import { isIP } from 'node:net';
import { z } from 'zod';
import { readNetworks } from '@/lib/platform/ip-addresses';

export const text = z.string().trim();
export const optional = text.optional().transform((value) => value || null);

const hostName = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_]([a-z0-9_-]{0,62}))*\.?$/i;
const mailbox = /^(?:[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/;

export const wholeNumber = (name: string, minimum: number, maximum: number) =>
  text
    .regex(/^\d+$/, `${name} must be a whole number from ${minimum} to ${maximum}`)
    .transform(Number)
    .refine((n) => n >= minimum && n <= maximum, `${name} must be a whole number from ${minimum} to ${maximum}`);

/** A URL with an optional path. */
export const webAddress = (name: string) =>
  text
    .refine(isWebAddress, `${name} must be an address such as https://blog.example.org`)
    .refine(
      (value) => !/[?#]/.test(value) && !hasAccount(value),
      `${name} must be an address without a user name, a query or a #`,
    )
    .transform((value) => value.replace(/\/+$/, ''));

/** Normalised as browsers do: lower case, punycode, no default port. */
export const origin = (name: string) => {
  const example = `${name} must be an address such as https://blog.example.org`;
  return text
    .refine(isWebAddress, example)
    .refine((value) => !hasAccount(value), `${example}, without a user name or password`)
    .refine(isBare, `${example}, without a path`)
    .transform((value) => new URL(value).origin);
};

/** The same; its host may begin with *., for a host of each frame's own. */
export const frameOrigin = (name: string) =>
  origin(name).refine(
    (value) => !/\*/.test(value.replace(/^https?:\/\/\*\./, '')),
    `${name} may have a * only as the first part of its host, such as https://*.frames.example.net`,
  );

export const host = text.refine(
  (value) => isIP(value) > 0 || (hostName.test(value) && !/^[\d.]+$/.test(value)),
  'HOST must be an address of this machine such as 127.0.0.1, or 0.0.0.0 for all, without a port',
);

export const databaseAddress = text
  .refine((url) => /^(file:|postgres(ql)?:\/\/)/.test(url), 'DATABASE_URL must start with file: or postgresql://')
  .refine((url) => !/^file:\/*$/.test(url), 'DATABASE_URL must name the file after file:')
  .refine(
    (url) => url.startsWith('file:') || URL.canParse(url),
    'DATABASE_URL must look like postgresql://user:password@host:5432/name, with %-signs for what has a meaning in addresses',
  );

export const smtpUrl = text
  .refine((url) => /^smtps?:\/\//.test(url), 'SMTP_URL must start with smtp:// or smtps://')
  .refine(
    (url) => URL.canParse(url) && new URL(url).hostname !== '',
    'SMTP_URL must look like smtp://user:password@host:587, with %-signs for what has a meaning in addresses',
  );

export const mailFrom = text
  .regex(mailbox, 'MAIL_FROM must be an address such as blog@example.org, or Name <blog@example.org>')
  .optional();

/** What follows its + takes the rest of the 64 letters before the @. */
export const bounceAddress = text
  .regex(/^[\w.-]+@[^@\s]+\.[^@\s]+$/, 'BOUNCE_ADDRESS must be an address such as bounces@example.org')
  .regex(/^[^@]{1,18}@/, 'BOUNCE_ADDRESS may have 18 letters before the @');

export const domain = (name: string) =>
  text
    .regex(hostName, `${name} must be a domain such as example.org`)
    .transform((value) => value.toLowerCase().replace(/\.$/, ''));

export const dkimSelector = text.regex(
  /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i,
  'DKIM_SELECTOR must be letters, digits and hyphens, such as masthead',
);

/** Sent in a header, so printable ASCII only. */
export const token = (name: string, shortest: number) =>
  text
    .min(shortest, `${name} must be at least ${shortest} characters long`)
    .regex(/^[\x21-\x7e]*$/, `${name} must be letters, digits and signs without spaces`);

/** As the Standard Webhooks have it: “whsec_” and the key in base64. */
export const webhookSecret = (name: string) =>
  text
    .regex(
      /^whsec_(?:[A-Za-z0-9+/]{4}){8,}[A-Za-z0-9+/]{0,3}={0,2}$/,
      `${name} must be whsec_ and at least 24 bytes in base64, as “echo whsec_$(openssl rand -base64 32)” prints`,
    )
    .transform((value) => Buffer.from(value.slice('whsec_'.length), 'base64'));

export const trustedProxies = text
  .default('')
  .transform((list) => list.split(/[\s,]+/).filter(Boolean))
  .superRefine((list, context) => {
    const read = readNetworks(list);
    if ('networks' in read) return;
    const message = `TRUSTED_PROXIES names ${JSON.stringify(read.wrong)}, which is not an address or network such as 127.0.0.1 or 10.0.0.0/8`;
    context.addIssue({ code: 'custom', message });
  });

function isWebAddress(value: string) {
  return /^https?:\/\/[^/]/i.test(value) && URL.canParse(value);
}

function isBare(value: string) {
  if (!URL.canParse(value)) return true;
  const { pathname, search, hash } = new URL(value);
  return /^\/*$/.test(pathname) && !search && !hash && !/[?#]/.test(value);
}

function hasAccount(value: string) {
  return URL.canParse(value) && Boolean(new URL(value).username || new URL(value).password);
}
