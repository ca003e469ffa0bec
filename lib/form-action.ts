import 'server-only';
import { headers } from 'next/headers';
import { redirect, unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { recordAudit } from '@/lib/audit/recording';
import { AppError } from '@/lib/errors';
import { done, refused, type FormState } from '@/lib/form-state';
import { log } from '@/lib/log';
import { countAttempt, type RateLimitRule } from '@/lib/rate-limits/limiting';
import { clientAddress } from '@/lib/rate-limits/client-address';
import type { Actor, Capability } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { findActor } from '@/lib/auth/session';

type Who = 'anyone' | 'signed-in' | Capability;

type ActionOptions<Schema extends z.ZodType, W extends Who> = {
  /** The action's name in the audit log and in the authorisation table of the tests, e.g. "comment.submit". */
  name: string;
  who: W;
  schema: Schema;
  /** Counted per actor, or per client address for somebody who is not signed in. */
  rateLimit: RateLimitRule | readonly RateLimitRule[];
  /** Every act of staff is audited; reading-like acts and those that audit in their own transaction are not. */
  audit?: boolean;
};

type ActorFor<W extends Who> = W extends 'anyone' ? Actor | null : Actor;

/** Called after the act is done; answers with the state that the form shows, or redirects. */
type Handler<Schema extends z.ZodType, W extends Who> = (
  input: z.output<Schema>,
  context: { actor: ActorFor<W>; address: string; userAgent: string },
) => Promise<FormState>;

/**
 * The one way to write a server action: checks the origin, the rate limit, who is asking and what they sent, then makes
 * one domain call (which authorises itself again), and turns an AppError into a sentence beside the text that was typed.
 * Anything else is logged and answered with a sentence that gives nothing away.
 */
export function formAction<Schema extends z.ZodType, W extends Who>(
  options: ActionOptions<Schema, W>,
  handler: Handler<Schema, W>,
) {
  return async function action(_previous: FormState, form: FormData): Promise<FormState> {
    const values = textValues(form);
    try {
      const request = await readRequest();
      const actor = (await authorise(options.who)) as ActorFor<W>;
      await countAttempt(options.rateLimit, actor?.id ?? request.address);
      const input = parse(options.schema, form);
      const audit = async () => {
        if (options.audit && actor) await recordAudit(actor, options.name, input);
      };
      const state = await handler(input, { actor, ...request }).catch(async (error: unknown) => {
        // A handler that is done may lead elsewhere: redirect() throws, and the act is audited all the same.
        if (isRedirect(error)) await audit();
        throw error;
      });
      await audit();
      return state;
    } catch (error) {
      unstable_rethrow(error);
      return explain(options.name, error, values);
    }
  };
}

/**
 * Leads on after an act. A browser is redirected; the page's script is told the address and loads it, so both get the page
 * that is kept for everybody: a script that is redirected would be answered with one made for it alone.
 */
export async function leadTo(address: string): Promise<FormState> {
  if ((await headers()).has('next-action')) return { ...done(''), leadsTo: address };
  redirect(address);
}

function isRedirect(error: unknown) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
  return digest.startsWith('NEXT_REDIRECT');
}

async function authorise(who: Who) {
  const actor = await findActor();
  if (who === 'anyone') return actor;
  if (who !== 'signed-in') return requireCapability(actor, who);
  if (!actor) throw new AppError('unauthenticated', 'Please sign in first.');
  return actor;
}

// Next compares Origin and Host for every action; this also holds against a browser that sends no Origin.
async function readRequest() {
  const list = await headers();
  const site = list.get('sec-fetch-site');
  if (site && site !== 'same-origin' && site !== 'none') {
    throw new AppError('forbidden', 'This form was sent from another site. Please open it here and send it again.');
  }
  return { address: clientAddress(list), userAgent: list.get('user-agent') ?? '' };
}

function parse<Schema extends z.ZodType>(schema: Schema, form: FormData): z.output<Schema> {
  const parsed = schema.safeParse(fieldsOf(form));
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.map(String).join('.') || 'form'] ??= issue.message;
  throw new AppError('invalid', Object.values(fields)[0] ?? 'Please check what you entered.', { fields });
}

/** Several values under one name become a list; the fields that Next adds ($ACTION_…) are left out. */
function fieldsOf(form: FormData) {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith('$'));
  // fromEntries makes own properties: a field called "__proto__" is a field like any other.
  return Object.fromEntries(
    names.map((name) => {
      const all = form.getAll(name);
      return [name, all.length > 1 ? all : all[0]];
    }),
  );
}

function textValues(form: FormData) {
  const secret = /password/i;
  const texts = [...form].filter(
    ([name, value]) => typeof value === 'string' && !name.startsWith('$') && !secret.test(name),
  );
  return Object.fromEntries(texts) as Record<string, string>;
}

function explain(name: string, error: unknown, values: Record<string, string>) {
  if (error instanceof AppError) return refused(error.message, error.fields, values);
  log.error({ event: 'action_failed', action: name, error }, 'action failed');
  return refused('Something went wrong on our side. What you typed is still here: please try again.', {}, values);
}
