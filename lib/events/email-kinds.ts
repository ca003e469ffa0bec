import { z } from 'zod';

/** What was decided about a comment of the user's. */
const decision = z.object({ statementId: z.string() });
/** What an editor decided about a correction that the user suggested. */
const correction = z.object({ correctionId: z.string() });
/** What one of the staff wrote about a post. */
const note = z.object({ noteId: z.string() });
/** Who invites, if it is known. */
const invitation = z.object({ byId: z.string().default('') });
const nothing = z.object({});
/** To another address than that of the account: the one to prove, or the one before. */
const address = z.object({ address: z.string() });
/** `to`: the path to which the link leads in the end. */
const link = z.object({ to: z.string().default('') });

/** What the job of each kind of e-mail holds besides the user: ids, because it is stored. */
export const emailKinds = {
  'confirm-email': link,
  'sign-up-again': link,
  'reset-password': link,
  'magic-link': link,
  invite: invitation,
  'change-email': address,
  'email-changed': address,
  'password-changed': nothing,
  'passkey-added': nothing,
  'passkey-removed': nothing,
  'deletion-scheduled': nothing,
  'comment-removed': decision,
  'appeal-decided': decision,
  'correction-decided': correction,
  'note-written': note,
} as const;

export type EmailKind = keyof typeof emailKinds;
export type EmailData<Kind extends EmailKind> = z.output<(typeof emailKinds)[Kind]>;

export const emailKind = z.enum(Object.keys(emailKinds) as [EmailKind, ...EmailKind[]]);
