import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { hashPassword, isPassword } from '@/lib/auth/passwords';
import { isSecure } from '@/lib/auth/session-cookie';
import { readDb } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { hashSecret } from '@/lib/secrets/secret-hash';
import { signMessage, verifyMessage } from '@/lib/secrets/signed-message';
import { settingsRules } from './settings';
import { applySettings } from './updating';

/** Not among the settings, which pages read: its hash is for this file alone. */
const PASSWORD_KEY = 'sitePassword';
const MIN_LENGTH = 8;
const MAX_LENGTH = 200;
const PASS_MS = 30 * 24 * 60 * 60_000;
const purpose = 'site-pass';

export const accessForm = z.object({
  visibility: settingsRules.visibility,
  sitePassword: z
    .string()
    .max(MAX_LENGTH, 'Use at most 200 characters for the password.')
    .refine((password) => password === '' || password.length >= MIN_LENGTH, 'Use at least 8 characters.'),
});

export const maintenanceForm = z.object({
  maintenance: z.literal('on').optional().transform(Boolean),
  maintenanceText: settingsRules.maintenanceText,
});

/** Who can see the site from now on. An empty password keeps the present one; a new one ends what the old one opened. */
export async function changeAccess(actor: Actor, { visibility, sitePassword }: z.output<typeof accessForm>) {
  requireCapability(actor, 'settings.edit');
  if (visibility === 'password' && !sitePassword && !(await hasSitePassword())) throw noPassword();
  const hash = visibility === 'password' && sitePassword ? await hashPassword(sitePassword) : null;
  return applySettings(actor, { visibility }, hash === null ? {} : { [PASSWORD_KEY]: hash });
}

export async function hasSitePassword() {
  return (await findHash()) !== null;
}

/** What a browser keeps that gave the right password; null for a wrong one. */
export async function passFor(password: string) {
  const hash = await findHash();
  const isRight = await isPassword(password.slice(0, MAX_LENGTH), hash);
  return isRight && hash !== null ? signMessage(hashSecret(hash), { purpose, validMs: PASS_MS }) : null;
}

/** Whether a browser's pass is good for the present password. */
export async function isPass(pass: string) {
  const [hash, named] = [await findHash(), verifyMessage(pass, { purpose })];
  return hash !== null && named !== '' && named === hashSecret(hash);
}

/** "__Host-" binds it to this very host. */
export function passCookieName() {
  return isSecure() ? '__Host-site-pass' : 'site-pass';
}

export function passCookie(pass: string) {
  return `${passCookieName()}=${pass}; Path=/; Max-Age=${PASS_MS / 1000}; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`;
}

async function findHash() {
  const row = await readDb.setting.findUnique({ where: { key: PASSWORD_KEY }, select: { value: true } });
  return row ? (JSON.parse(row.value) as string) : null;
}

function noPassword() {
  const sentence = 'Enter the password that readers will be asked for.';
  return new AppError('invalid', sentence, { fields: { sitePassword: sentence } });
}
