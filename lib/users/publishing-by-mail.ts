import 'server-only';
import { z } from 'zod';
import { can, type Actor, type Role } from '@/lib/auth/actor';
import { emailField } from '@/lib/auth/email';
import type { Device } from '@/lib/auth/device-record';
import type { NewComment } from '@/lib/comments/comment';
import { claimMailed, findMailed, finishMailed, storeMailed, type MailedComment } from '@/lib/comments/mailed';
import { findPolicyPost, requireAllowed } from '@/lib/comments/policy-context';
import { submitComment } from '@/lib/comments/submission';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { requireAll } from '@/lib/forms/validation';
import { hasMailServer } from '@/lib/mail/delivery';
import { followFrom } from '@/lib/notifications/following';
import { AppError } from '@/lib/platform/errors';
import type { Client } from '@/lib/rate-limits/client-address';
import { inWords, waitAfterAttempt } from '@/lib/rate-limits/limiting';
import { getSettings } from '@/lib/settings/queries';
import { takesSignUps, type Settings } from '@/lib/settings/settings';
import { createUserAccount, isTaken } from './creation';
import { requireFreeName } from './names';
import { limits } from './rate-limits';
import { confirmAddress, findSessionVersion, requireActive, verifiedUserFields, type VerifiedUser } from './sign-in';
import { nameField } from './user';

/** What a comment form asks of somebody without an account; both are empty for those who have one. */
export const writerFields = { name: ifGiven(nameField), email: ifGiven(emailField) };
export const publishForm = z.object({ token: z.string().max(100), name: ifGiven(nameField) });

type Writer = { name: string; email: string };
type Visitor = { actor: Actor | null; device: Device };

/** Whether comment forms ask for a name and an e-mail address. */
export function offersWritingFirst(settings: Pick<Settings, 'writeFirst' | 'signUpOpen' | 'visibility'>) {
  return settings.writeFirst && takesSignUps(settings) && hasMailServer();
}

/** Keeps a comment for its writer alone and e-mails the link that publishes it; says nothing about accounts. */
export async function requestPublishing(
  draft: NewComment & { follow?: boolean },
  { name, email }: Writer,
  now = new Date(),
) {
  await requireAll([
    requireGiven('name', name, 'Enter your name.'),
    requireGiven('email', email, 'Enter your e-mail address, or leave the name empty, too, and sign in next.'),
    requireFreeName(name, null),
  ]);
  await requireOpen(draft.postId, now);
  const wait = await waitAfterAttempt(limits.commentsByMail, email);
  if (wait > 0) throw tooManyTo(email, wait);
  return storeMailed(draft, { name, email }, now);
}

/** What the page of a link shows; reading it changes nothing. */
export async function findPublishing(secret: string, actor: Actor | null, now = new Date()) {
  const mailed = await findMailed({ secret });
  if (!mailed) return null;
  const account = mailed.text ? await findAccount(mailed.text.email) : null;
  const isOwn = account !== null && account.id === actor?.id;
  return {
    mailed,
    name: account ? account.name : '',
    isOwn,
    isStaff: account ? isStaff(account) : false,
    isExpired: mailed.expiresAt < now,
    isUsed: mailed.provedAt !== null && !isOwn,
  };
}

/**
 * Proves the address of a link once: makes the account or signs in to the one that has it. Null for whoever is signed in to
 * that account already. Staff sign in as they always do: a link that is good for a week is not enough for them.
 */
export async function proveByComment({ token, name }: z.output<typeof publishForm>, { actor, device }: Visitor) {
  const mailed = await requireUsable(token);
  const { email, name: nameGiven } = mailed.text;
  const account = await findAccount(email);
  if (account && account.id === actor?.id && actor.emailVerified) {
    await transaction((tx) => claimMailed(mailed.id, account.id, tx));
    return { id: mailed.id, user: null };
  }
  if (account && isStaff(account)) {
    throw new AppError(
      'forbidden',
      'This address belongs to a member of staff. Sign in first, then open the link again.',
    );
  }
  const newName = name || nameGiven;
  if (!account) await requireNewAccount(newName);
  const user = await transaction(async (tx) => {
    const id = account?.id ?? (await createAccount({ name: newName, email }, tx));
    if (!(await claimMailed(mailed.id, id, tx))) throw used();
    if (account && !account.emailVerifiedAt)
      await confirmAddress(id, { isOwnBrowser: device.accounts.includes(id) }, tx);
    return verifiedUser(id, tx);
  }).catch((error: unknown) => {
    throw isTaken(error) ? used() : error;
  });
  return { id: mailed.id, user };
}

/** Publishes the comment of a link as the person who proved its address; a repeat leads to the same comment. */
export async function publishMailed(actor: Actor, id: string, client?: Client) {
  const mailed = await findMailed({ id });
  if (!mailed?.text || mailed.userId !== actor.id) throw used();
  const { postId, parentId, text } = mailed;
  const draft = { postId, parentId, body: text.body, idempotencyKey: `mailed:${id}`, ...(client ? { client } : {}) };
  const alongside = text.follow ? { after: (tx: Tx) => followFrom(actor)(tx, { postId, parentId }) } : {};
  const published = await submitComment(actor, draft, new Date(), alongside).catch((error: unknown) =>
    pointToFirst(error),
  );
  await finishMailed(id, published.id);
  return published;
}

function ifGiven(field: z.ZodType<string, string>) {
  return z
    .string()
    .default('')
    .transform((value, context) => {
      if (value.trim() === '') return '';
      const parsed = field.safeParse(value);
      if (parsed.success) return parsed.data;
      for (const { message } of parsed.error.issues) context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });
}

async function requireGiven(field: string, value: string, sentence: string) {
  if (!value) throw new AppError('invalid', sentence, { fields: { [field]: sentence } });
}

// As the policy sees somebody who has proved an address: the post is checked here, the person when they publish.
async function requireOpen(postId: string, now: Date) {
  const post = await findPolicyPost(readDb, postId, now);
  if (!post) throw new AppError('not_found', 'This post no longer exists.');
  const user = { id: '', role: 'reader' as const, isConfirmed: true, isBanned: false, restriction: null };
  requireAllowed('create', { user, post, comment: null, now });
}

async function requireUsable(secret: string, now = new Date()) {
  const mailed = await findMailed({ secret });
  if (!mailed?.text || mailed.expiresAt < now) {
    throw new AppError(
      'gone',
      'This link has been used or has expired. Open it again from the e-mail to see your text.',
    );
  }
  return mailed as MailedComment & { text: NonNullable<MailedComment['text']> };
}

async function requireNewAccount(name: string) {
  if (!takesSignUps(await getSettings())) {
    throw new AppError('forbidden', 'This site is not accepting new accounts at the moment. Your text stays here.');
  }
  await requireFreeName(name, null);
}

async function createAccount(writer: Writer, tx: Tx) {
  const user = { ...writer, role: 'reader' as const, passwordHash: null, emailVerifiedAt: new Date() };
  return (await createUserAccount(user, tx)).id;
}

async function verifiedUser(id: string, tx: Tx): Promise<VerifiedUser> {
  const user = requireActive(await tx.user.findUnique({ where: { id }, select: verifiedUserFields }));
  return { ...user, sessionVersion: await findSessionVersion(id, tx), to: '' };
}

function findAccount(email: string) {
  return readDb.user.findUnique({ where: { email }, select: { ...verifiedUserFields, name: true } });
}

function isStaff({ role }: { role: string }) {
  return can({ role: role as Role }, 'admin.enter');
}

function pointToFirst(error: unknown) {
  const address = error instanceof AppError ? error.fields.duplicate : undefined;
  if (!address) throw error;
  return { id: address.split('/').at(-1) ?? '', address };
}

function used() {
  return new AppError(
    'gone',
    'This link has been used. Open it again from the e-mail to see what became of your comment.',
  );
}

function tooManyTo(email: string, wait: number) {
  return new AppError(
    'rate_limited',
    `Several e-mails went to ${email} in the last hour. Use one of them, sign in, or try again in ${inWords(wait)}.`,
    { retryAfter: wait },
  );
}
