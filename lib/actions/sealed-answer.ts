import 'server-only';
import { isSecure } from '@/lib/auth/session-cookie';
import { signMessage, verifyMessage } from '@/lib/secrets/signed-message';
import type { FormState } from '@/lib/forms/form-state';

/** Set by server/ alone, which drops them from requests. */
export const FORM_HEADER = 'x-masthead-form';
export const ANSWER_HEADER = 'x-masthead-answer';

const MAX_AGE_SECONDS = 60;
/** Browsers drop cookies above 4,096 bytes, with their name and attributes. */
const MAX_COOKIE_LENGTH = 3_700;
const MAX_PATH_LENGTH = 200;
const PURPOSE = 'form-answer';

/** A form of a page: React's names for its action and its place. */
export type SentForm = { address: string; action: string; place: string };
export type FormAnswer = SentForm & { actorId: string | null; state: FormState };

export function writeSentForm(form: SentForm) {
  return encodeURIComponent(JSON.stringify(form));
}

export function readSentForm(header: string | null): SentForm | null {
  return header === null ? null : (JSON.parse(decodeURIComponent(header)) as SentForm);
}

/** Null if a browser would not store it. */
export function sealAnswer(answer: FormAnswer, now = Date.now()): string | null {
  const path = pathOf(answer.address);
  if (path.length > MAX_PATH_LENGTH || path.includes(';')) return null;
  const token = signMessage(JSON.stringify(answer), { now, purpose: PURPOSE });
  return token.length > MAX_COOKIE_LENGTH ? null : token;
}

/** Null if it is forged or out of date. */
export function openAnswer(token: string, now = Date.now()): FormAnswer | null {
  const text = verifyMessage(token, { now, purpose: PURPOSE });
  return text ? (JSON.parse(text) as FormAnswer) : null;
}

/** Of a request to an action; one that ran out on the way is still no form that was sent just now. */
export function answerOf(token: string | null, now = Date.now()): FormAnswer | 'outdated' | null {
  return token === null ? null : (openAnswer(token, now) ?? 'outdated');
}

export function answerCookieName() {
  return isSecure() ? '__Secure-form-answer' : 'form-answer';
}

/** For the page at the address alone; an empty token removes it. */
export function answerCookie(token: string, address: string) {
  const options = {
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(),
    path: pathOf(address),
    maxAge: token ? MAX_AGE_SECONDS : 0,
  } as const;
  return [answerCookieName(), token, options] as const;
}

function pathOf(address: string) {
  return address.split('?')[0] ?? '/';
}
