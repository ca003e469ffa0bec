import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { validated } from '@/lib/forms/validation';
import { AppError } from '@/lib/platform/errors';
import { getSettings, storeSettings } from '@/lib/settings/queries';
import { settingsRules } from '@/lib/settings/settings';
import { lineOf } from '@/lib/text/visible-text';
import {
  hasSeller,
  relationships,
  sellerFiles,
  withoutLine,
  withSeller,
  withVariable,
  type SellerFile,
} from './ads-txt';
import { problemOfDomain } from './findings';

const file = z.enum(sellerFiles).catch('ads.txt');
const domain = z.string().transform((value) => lineOf(value).toLowerCase());
const part = (value: string) => lineOf(value).trim();

const sellerSchema = z.object({
  domain: domain.superRefine((value, context) => {
    const problem = value ? problemOfDomain(value) : 'Enter the domain of the ad system, such as google.com.';
    if (problem) context.addIssue({ code: 'custom', message: problem });
  }),
  account: z
    .string()
    .transform(part)
    .pipe(
      z
        .string()
        .min(1, 'Enter your account at the seller, such as pub-1234567890123456.')
        .max(200, 'Use at most 200 characters for the account.')
        .regex(/^[^,;#]*$/, 'An account has no comma, semicolon or #.'),
    ),
  relationship: z.enum(relationships, 'Choose DIRECT or RESELLER.'),
  certification: z
    .string()
    .transform(part)
    .pipe(z.string().regex(/^[\w.-]{0,64}$/, 'Enter the id alone, such as f08c47fec0942fa0, or leave it empty.')),
  comment: z.string().transform(part).pipe(z.string().max(200, 'Use at most 200 characters for the comment.')),
});

export const sellerForm = z.object({
  file,
  domain: z.string().default(''),
  account: z.string().default(''),
  relationship: z.string().default('DIRECT'),
  certification: z.string().default(''),
  comment: z.string().default(''),
});
export const removedSellerForm = z.object({ file, number: z.coerce.number().int(), text: z.string() });
export const ownershipForm = z.object({ file, owner: z.string().default(''), manager: z.string().default('') });
export const sellerTextForm = z.object({ file, before: z.string().default(''), text: z.string().default('') });

/** Adds a seller to the end of a file; one that is there already is left alone. */
export async function addSeller(actor: Actor, { file, ...typed }: z.output<typeof sellerForm>) {
  const seller = validated(sellerSchema, typed);
  await changeFile(actor, file, (text) => {
    if (!hasSeller(text, seller)) return withSeller(text, seller);
    throw new AppError('conflict', `This seller is in the file already: ${seller.domain}, ${seller.account}.`);
  });
  return seller;
}

/** Removes one line, if it still says what the person saw. */
export async function removeSeller(actor: Actor, { file, ...line }: z.output<typeof removedSellerForm>) {
  await changeFile(actor, file, (text) => {
    const rest = withoutLine(text, line);
    if (rest === null) throw new AppError('conflict', 'The file has changed since. Nothing was removed: look again.');
    return rest;
  });
}

/** Says who owns the site and who sells its space for the owner. */
export async function changeOwnership(actor: Actor, { file, owner, manager }: z.output<typeof ownershipForm>) {
  const values = { owner: part(owner).toLowerCase(), manager: managerOf(manager) };
  const fields = Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, value && problemOfDomain(value.split(',')[0] ?? '')])
      .filter(([, problem]) => problem),
  ) as Record<string, string>;
  const [problem] = Object.values(fields);
  if (problem) throw new AppError('invalid', problem, { fields });
  await changeFile(actor, file, (text) =>
    withVariable(withVariable(text, 'OWNERDOMAIN', values.owner), 'MANAGERDOMAIN', values.manager),
  );
}

/** Stores a whole file as it was typed; refused if it has changed since the form was opened. */
export async function saveSellerFile(actor: Actor, { file, before, text }: z.output<typeof sellerTextForm>) {
  const wanted = validated(z.object({ text: rules[file] }), { text: unixLines(text) }).text;
  await changeFile(actor, file, (present) => {
    if (present !== unixLines(before) && present !== wanted) {
      const sentence =
        'Someone else changed this file while you had it open. Theirs is above and yours is still here: save again to replace it.';
      throw new AppError('conflict', sentence);
    }
    return wanted;
  });
  return wanted;
}

const keys = { 'ads.txt': 'adsTxt', 'app-ads.txt': 'appAdsTxt' } as const;
const rules = { 'ads.txt': settingsRules.adsTxt, 'app-ads.txt': settingsRules.appAdsTxt };

async function changeFile(actor: Actor, file: SellerFile, change: (text: string) => string) {
  requireCapability(actor, 'slots.edit');
  const key = keys[file];
  await transaction(async (tx: Tx) => {
    const present = (await getSettings(tx))[key];
    const wanted = validated(z.object({ text: rules[file] }), { text: change(present) }).text;
    if (wanted === present) return;
    await storeSettings({ [key]: wanted }, tx);
    emit(tx, { type: 'settings.changed', actorId: actor.id, names: [key] });
  });
}

/** Browsers submit line breaks as CRLF. */
function unixLines(text: string) {
  return text.replace(/\r\n?/g, '\n');
}

// "example.com" or "example.com, US".
function managerOf(typed: string) {
  const [domain = '', ...rest] = part(typed)
    .split(',')
    .map((each) => each.trim());
  return [domain.toLowerCase(), ...rest.map((each) => each.toUpperCase())].filter(Boolean).join(', ');
}
