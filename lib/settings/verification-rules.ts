import { z } from 'zod';
import {
  MAX_VERIFICATION_FILES,
  readServiceCode,
  readVerifications,
  refusalOfFile,
  verificationServices,
  writeVerifications,
  type VerificationSetting,
} from './verification';

const codeOf = (tagName: string) =>
  z.string().transform((pasted, context) => {
    const read = readServiceCode(pasted, tagName);
    if ('code' in read) return read.code;
    context.addIssue({ code: 'custom', message: read.refusal });
    return z.NEVER;
  });

const codes = Object.fromEntries(verificationServices.map(([setting, , tagName]) => [setting, codeOf(tagName)]));

/** How the owner proves whose site this is: the codes of services, other tags a line each, and files. */
export const verificationRules = {
  ...(codes as Record<VerificationSetting, ReturnType<typeof codeOf>>),
  verification: z.string().transform((pasted, context) => {
    const found = readVerifications(pasted);
    if (found) return writeVerifications(found);
    context.addIssue({
      code: 'custom',
      message:
        'Paste only meta tags with a name and a content, at most 20 of them. Tags that search engines or browsers act on, such as robots, have settings of their own.',
    });
    return z.NEVER;
  }),
  verificationFiles: z
    .array(z.object({ name: z.string(), content: z.string() }).refine((file) => refusalOfFile(file) === null))
    .max(MAX_VERIFICATION_FILES),
};
