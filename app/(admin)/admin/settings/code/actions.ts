'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { confirmation } from '@/app/(admin)/admin/slots/content-form';
import { done } from '@/lib/forms/form-state';
import { siteCodeNeeds } from '@/lib/settings/site-code';
import { addVerificationFile, removeVerificationFile } from '@/lib/settings/verification-files';
import { addSiteCode, removeSiteCode, resumeSiteCode, suspendSiteCode } from '@/lib/site-code/changing';
import { explainSiteCode } from '@/lib/site-code/explaining';
import { lineOf } from '@/lib/text/visible-text';
import { limits } from '@/lib/users/rate-limits';

const fileForm = z.object({
  fileName: z.string().trim(),
  // Browsers submit line breaks as CRLF.
  fileContent: z.string().transform((text) => text.replace(/\r\n?/g, '\n')),
});

export const addVerificationFileAction = formAction(
  { name: 'verification.add-file', who: 'settings.edit', schema: fileForm, rateLimit: limits.staff },
  async ({ fileName, fileContent }, { actor }) => {
    await addVerificationFile(actor, { name: fileName, content: fileContent });
    return done('Saved. The service can check the file now.');
  },
);

export const removeVerificationFileAction = formAction(
  {
    name: 'verification.remove-file',
    who: 'settings.edit',
    schema: z.object({ name: z.string().max(120) }),
    rateLimit: limits.staff,
  },
  async ({ name }, { actor }) => {
    await removeVerificationFile(actor, name);
    return done('Removed. Its address answers “not found”.');
  },
);

const codeForm = z.object({
  name: z.string().transform(lineOf).pipe(z.string().max(80, 'Use at most 80 characters for the name.')),
  // Browsers submit line breaks as CRLF.
  code: z.string().transform((text) => text.replace(/\r\n?/g, '\n')),
  need: z.enum(['', ...siteCodeNeeds], 'Choose what readers must have allowed.'),
  ownPassword: z.string().default(''),
  intent: z.enum(['add', 'check']).default('add'),
});

export const addSiteCodeAction = formAction(
  { name: 'site-code.add', who: 'slots.trusted-code', schema: codeForm, rateLimit: limits.staff },
  async ({ name, code, need, ownPassword, intent }, { actor }) => {
    if (intent === 'check') {
      return { ...done(explainSiteCode(code).join(' ')), values: { name, code, need }, isUnsaved: true };
    }
    await addSiteCode(actor, { name, pasted: code, need }, confirmation(ownPassword));
    return done('Saved. Every page that readers see runs it from now on.');
  },
);

const one = z.object({ id: z.uuid() });

export const suspendSiteCodeAction = formAction(
  { name: 'site-code.suspend', who: 'settings.edit', schema: one, rateLimit: limits.staff },
  async ({ id }, { actor }) => {
    await suspendSiteCode(actor, id);
    return done('Suspended. No page runs this code any more.');
  },
);

export const resumeSiteCodeAction = formAction(
  {
    name: 'site-code.resume',
    who: 'slots.trusted-code',
    schema: one.extend({ resumePassword: z.string().default('') }),
    rateLimit: limits.staff,
  },
  async ({ id, resumePassword }, { actor }) => {
    await resumeSiteCode(actor, id, confirmation(resumePassword, 'resumePassword'));
    return done('Saved. Every page that readers see runs it from now on.');
  },
);

export const removeSiteCodeAction = formAction(
  { name: 'site-code.remove', who: 'settings.edit', schema: one, rateLimit: limits.staff },
  async ({ id }, { actor }) => {
    await removeSiteCode(actor, id);
    return done('Removed. No page runs this code any more.');
  },
);
