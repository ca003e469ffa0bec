import 'server-only';
import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { redirect, unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { FALLBACK_LANGUAGE } from '@/lib/i18n/languages';
import { sentenceIn } from '@/lib/i18n/sentences';
import { readSettings } from '@/lib/settings/queries';
import { explainDatabaseProblem } from '@/lib/database/problems';
import { AppError } from '@/lib/platform/errors';
import { watchingChanges } from '@/lib/events/emit';
import { answerRefusal } from '@/lib/forms/answer-status';
import { fieldsOf, canReturnTexts } from '@/lib/forms/form-fields';
import { done, refused, type FormState } from '@/lib/forms/form-state';
import { textsOf } from '@/lib/forms/form-texts';
import { log } from '@/lib/platform/log';
import { countAttempt, type RateLimitRule } from '@/lib/rate-limits/limiting';
import { clientAddress, clientOf, type Client } from '@/lib/rate-limits/client-address';
import { can, isReaders, type Actor, type Capability } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { findActor } from '@/lib/auth/session';
import { validated, validatedWith } from '@/lib/forms/validation';
import { answerAfterRedirect, earlierAnswer } from './form-answer';
import { paths } from '@/lib/web/paths';
import { findDashboardLanguage } from './form-language';
import { refusalWords } from './refusal-words';

const MAX_FIELDS = 200;
const MAX_BULK_FIELDS = 2_000;

type Who = 'anyone' | 'signed-in' | Capability;

type ActionOptions<Schema extends z.ZodType, W extends Who> = {
  /** For the audit log and the authorisation tests, e.g. "comment.submit". */
  name: string;
  who: W;
  schema: Schema;
  /** Counted per actor, or per client address without one. */
  rateLimit: RateLimitRule | readonly RateLimitRule[];
  isBulk?: boolean;
  /** What a schema cannot check; its problems are reported together with the schema's. */
  check?: (texts: (name: string) => string, actor: ActorFor<W>) => Promise<Record<string, string>>;
};

type ActorFor<W extends Who> = W extends 'anyone' ? Actor | null : Actor;

type Handler<Schema extends z.ZodType, W extends Who> = (
  input: z.output<Schema>,
  context: { actor: ActorFor<W>; address: string; userAgent: string; client: Client; hasScript: boolean },
) => Promise<FormState>;

/**
 * Defines a server action: checks origin, rate limit, actor and input; an AppError becomes a sentence in the form. What
 * was done without JavaScript is said after a redirect, a refusal at once and with its HTTP status.
 */
export function formAction<Schema extends z.ZodType, W extends Who>(
  options: ActionOptions<Schema, W>,
  handler: Handler<Schema, W>,
) {
  return async function action(_previous: FormState, form: FormData): Promise<FormState> {
    const earlier = await earlierAnswer();
    if (earlier) return earlier;
    const attempt: Attempt = { name: options.name, texts: {}, actorId: null, isStaff: false, answer: incomplete };
    const state = await attempted(form, attempt);
    if (state.status === 'refused' && !(await headers()).has('next-action')) {
      const language = await languageFor(options.who);
      const sentences = [state.message, ...Object.values(state.fields)];
      answerRefusal(attempt.answer, { language, sentences, words: refusalWords(language) });
    }
    return state.status === 'done' ? answerAfterRedirect(state, attempt.actorId) : state;
  };

  async function attempted(form: FormData, attempt: Attempt): Promise<FormState> {
    try {
      const fields = readFields(form, options.isBulk ? MAX_BULK_FIELDS : MAX_FIELDS);
      attempt.texts = textsOf(fields);
      const request = await readRequest();
      const actor = (await authorise(options.who)) as ActorFor<W>;
      Object.assign(attempt, { actorId: actor?.id ?? null, isStaff: actor !== null && can(actor, 'admin.enter') });
      await countAttempt(options.rateLimit, actor?.id ?? request.address);
      const { schema, check } = options;
      const input = check
        ? await validatedWith(schema, fields, (texts) => check(texts, actor))
        : validated(schema, fields);
      const state = await refreshingScreen(() => handler(input, { actor, ...request }), {
        showsOwnData: options.who !== 'anyone',
      });
      return answeredIn(await languageFor(options.who), state);
    } catch (error) {
      unstable_rethrow(error);
      attempt.answer = error instanceof AppError ? error : failed;
      return explain(attempt, error, await languageFor(options.who));
    }
  }
}

/** Redirects after an action. The page's script gets the URL instead, so that it loads the cached page. */
export async function redirectTo(address: string): Promise<FormState> {
  if ((await headers()).has('next-action')) return { ...done(''), redirectTo: address };
  redirect(address);
}

/**
 * Refreshes the screen if the action invalidated a page or did what a signed-in user asked for, but not before it loads
 * another URL.
 */
function refreshingScreen(action: () => Promise<FormState>, { showsOwnData }: { showsOwnData: boolean }) {
  return watchingChanges(async (hasChangedPages) => {
    let state: FormState | null = null;
    try {
      state = await action();
      return state;
    } finally {
      const mayShowChange = hasChangedPages() || (showsOwnData && state?.status === 'done');
      if (mayShowChange && !state?.redirectTo) refresh();
    }
  });
}

async function authorise(who: Who) {
  const actor = await findActor();
  if (who === 'anyone') return actor;
  if (who !== 'signed-in') return requireCapability(actor, who);
  if (!actor) throw new AppError('unauthenticated', 'Please sign in first.');
  return actor;
}

// Next compares Origin and Host; this also covers requests without Origin.
async function readRequest() {
  const list = await headers();
  const site = list.get('sec-fetch-site');
  if (site && site !== 'same-origin' && site !== 'none') {
    throw new AppError('forbidden', 'This form was sent from another site. Please open it here and send it again.');
  }
  return {
    address: clientAddress(list),
    userAgent: list.get('user-agent') ?? '',
    client: clientOf(list),
    hasScript: list.has('next-action'),
  };
}

function readFields(form: unknown, most: number) {
  if (!(form instanceof FormData)) throw new AppError('invalid', 'This is not a valid form. Please reload the page.');
  const fields = fieldsOf(form, most);
  if (fields) return fields;
  const limit = `At most ${most.toLocaleString('en')} fields are accepted at once, and nothing was saved.`;
  throw new AppError('too_large', `This form has too many fields. ${limit} Please choose fewer.`);
}

type Attempt = {
  name: string;
  texts: Record<string, string>;
  actorId: string | null;
  isStaff: boolean;
  /** How a refusal is answered. */
  answer: Pick<AppError, 'status' | 'retryAfter'>;
};

const incomplete = { status: 422, retryAfter: null };
const failed = { status: 500, retryAfter: null };

/** The site's language for what readers do; what only staff may do is answered in the language of their dashboard. */
async function languageFor(who: Who) {
  if (who !== 'anyone' && who !== 'signed-in' && !isReaders(who)) return findDashboardLanguage().catch(() => 'en');
  const settings = await readSettings().catch(() => null);
  return settings?.language ?? FALLBACK_LANGUAGE;
}

function answeredIn(language: string, state: FormState): FormState {
  return { ...state, message: sentenceIn(language, state.message), fields: fieldsIn(language, state.fields) };
}

function fieldsIn(language: string, fields: Record<string, string>) {
  return Object.fromEntries(Object.entries(fields).map(([name, sentence]) => [name, sentenceIn(language, sentence)]));
}

function signInLink(language: string) {
  return { label: refusalWords(language).signIn, href: paths.signIn() };
}

async function explain({ name, texts, isStaff }: Attempt, error: unknown, language: string) {
  const say = (sentence: string) => sentenceIn(language, sentence);
  const list = await headers();
  // Next's script clears the form, so the text is returned once.
  const returnsTexts =
    isStaff || list.has('next-action') || canReturnTexts(texts, Number(list.get('content-length') ?? Number.NaN));
  const values = returnsTexts ? texts : {};
  const where = returnsTexts ? '' : ` ${say('Your browser still has what you wrote: go back one page.')}`;
  if (error instanceof AppError) {
    const kept = { ...values, ...error.values };
    const state = refused(`${say(error.message)}${where}`, fieldsIn(language, error.fields), kept);
    return error.code === 'unauthenticated' ? { ...state, signIn: signInLink(language) } : state;
  }
  log.error({ event: 'action_failed', action: name, error }, 'action failed');
  const known = explainDatabaseProblem(error, { isStaff });
  if (known) {
    const kept = returnsTexts ? ` ${say('What you typed is still here.')}` : where;
    return refused(`${say(known.message)}${kept}`, {}, values);
  }
  const rest = returnsTexts
    ? ` ${say('What you typed is still here: please try again.')}`
    : `${where} ${say('Please try again.')}`;
  return refused(`${say('Something went wrong on our side.')}${rest}`, {}, values);
}
