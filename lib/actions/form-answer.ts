import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { Actor } from '@/lib/auth/actor';
import { findActor } from '@/lib/auth/session';
import { sentenceIn } from '@/lib/i18n/sentences';
import { readSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { idle, type FormState } from '@/lib/forms/form-state';
import {
  answerCookie,
  answerOf,
  ANSWER_HEADER,
  FORM_HEADER,
  readSentForm,
  sealAnswer,
  type FormAnswer,
} from './sealed-answer';
import { findDashboardLanguage } from './form-language';

/** What the form of this request was answered before; null if it was sent just now. */
export async function earlierAnswer(): Promise<FormState | null> {
  const answer = await readAnswer();
  if (answer === null) return null;
  if (answer === 'outdated') return idle;
  (await cookies()).set(...answerCookie('', answer.address));
  return stateFor(answer);
}

/** For a page: what was done before somebody was redirected to it, once. */
export async function findAnswer(): Promise<FormState> {
  const answer = await readAnswer();
  return answer && answer !== 'outdated' && !answer.place ? stateFor(answer) : idle;
}

async function readAnswer() {
  return answerOf((await headers()).get(ANSWER_HEADER));
}

async function stateFor({ actorId, state }: FormAnswer) {
  const actor = await findActor();
  return actorId === (actor?.id ?? null) ? state : idle;
}

/**
 * Redirects a browser without JavaScript to the page of its form, which shows the answer once: reloading it sends
 * nothing again. An answer that holds what was typed, or does not fit into a cookie, is given at once.
 */
export async function answerAfterRedirect(state: FormState, actorId: string | null): Promise<FormState> {
  const form = await sentForm();
  if (!form?.place || state.isUnsaved) return state;
  if (await leaveAnswer({ ...form, actorId, state })) redirect(form.address);
  return state;
}

/** Redirects to a page that says once what was done: it asks `findAnswer`. */
export async function redirectWithAnswer(actor: Actor, address: string, state: FormState): Promise<never> {
  const form = await sentForm();
  if (form) {
    const said = { ...state, message: await saidAt(address, state.message) };
    await leaveAnswer({ ...form, address, place: '', actorId: actor.id, state: said });
  }
  redirect(address);
}

async function saidAt(address: string, sentence: string) {
  const isAdmin = address.startsWith(paths.admin.dashboard());
  return sentenceIn(isAdmin ? await findDashboardLanguage() : (await readSettings()).language, sentence);
}

async function sentForm() {
  return readSentForm((await headers()).get(FORM_HEADER));
}

async function leaveAnswer(answer: FormAnswer) {
  const token = sealAnswer(answer);
  if (token) (await cookies()).set(...answerCookie(token, answer.address));
  return token !== null;
}
