import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { isUniqueViolation } from '@/lib/posts/unique-violation';
import { siteHost } from '@/lib/settings/site-address';
import { forgetMissing } from './forgetting';
import type { LegacySystems } from './legacy-systems';
import { readFrom, readTo, type RedirectDraft, type Site } from './redirect';
import { RuleBook, type Rule } from './rule-book';
import { ownerOf, type Owner } from './own-addresses';
import { loadWay, lockRules, presentOwners, readRules, readRulesTo, targetOf, targetSelect } from './stored-rules';

type Field = 'from' | 'to';
export type Problems = Partial<Record<Field, string>>;
export type Entered = { draft: RedirectDraft } | { problems: Problems };

export type SavedRedirect = {
  from: string;
  to: string;
  /** Its target was redirected itself, so it leads past it. */
  isShortened: boolean;
  /** How many others led to its source and lead on with it now. */
  led: number;
};

/** Adds a redirect, or changes one; its target is where others lead on from what was typed. */
export async function saveRedirect(
  actor: Actor,
  { id, ...typed }: RedirectDraft & { id: string | null },
  legacy: LegacySystems,
): Promise<SavedRedirect> {
  const owner = requireCapability(actor, 'settings.edit');
  const entered = enteredOf(typed, { hosts: [siteHost()], legacy });
  if ('problems' in entered) throw refusal(entered.problems);
  const { draft } = entered;
  try {
    return await transaction(async (tx) => {
      await lockRules(tx);
      const before = id === null ? null : await findBefore(tx, id);
      const rule = { ...draft, id: id ?? newId() };
      const { to, led } = await checked(tx, rule, legacy);
      await write(tx, { ...rule, to }, before);
      await leadOn(tx, led);
      await forgetMissing(tx, [rule]);
      const from = [...new Set([...(before ? [before.from] : []), draft.from, ...led.map((one) => one.from)])];
      emit(tx, {
        type: 'redirects.changed',
        actorId: owner.id,
        change: before ? 'changed' : 'added',
        ids: [rule.id],
        from,
      });
      return { from: draft.from, to, isShortened: to !== draft.to, led: led.length };
    });
  } catch (error) {
    // An import or a changed slug has just redirected the same address.
    if (isUniqueViolation(error)) throw refusal({ from: taken(draft.from) });
    throw error;
  }
}

/** A draft with its addresses as they are stored, or what is wrong with them. */
export function enteredOf({ from, to, status, kind }: RedirectDraft, site: Site): Entered {
  const source = readFrom(from, kind, site);
  // What is gone leads nowhere.
  const target = status === 410 ? { address: '' } : readTo(to, kind, site);
  if ('address' in source && 'address' in target)
    return { draft: { from: source.address, to: target.address, status, kind } };
  return {
    problems: {
      ...('problem' in source ? { from: source.problem } : {}),
      ...('problem' in target ? { to: target.problem } : {}),
    },
  };
}

/** Why a redirect from there would hide something. */
export function hidden(from: string, of: Owner['of']) {
  if (of === 'site') return `${from} is an address that the site needs itself.`;
  if (of === 'post') return `${from} belongs to a published post or page.`;
  if (of === 'series') return `${from} belongs to a series.`;
  return of === 'tag' ? `${from} belongs to a tag.` : `${from} belongs to an author.`;
}

export function taken(from: string) {
  return `There is a redirect from ${from} already. Change that one.`;
}

async function checked(tx: Tx, rule: Rule, legacy: LegacySystems) {
  const owner = ownerOf(rule.from, rule.kind === 'prefix' ? 'prefix' : 'exact');
  const isPresent = await presentOwners(tx, owner ? [owner] : []);
  if (owner && isPresent(owner)) throw refusal({ from: hidden(rule.from, owner.of) });
  const [same] = await readRules(tx, [rule.from]);
  if (same && same.id !== rule.id) throw refusal({ from: taken(rule.from) });
  return followed(tx, rule, legacy);
}

async function followed(tx: Tx, rule: Rule, legacy: LegacySystems) {
  const book = new RuleBook(legacy);
  const others = (await readRulesTo(tx, [rule])).filter(({ id }) => id !== rule.id);
  await loadWay(tx, book, [rule, ...others]);
  book.remove(rule);
  const way = rule.status === 410 ? { to: '' } : book.follow(rule);
  if ('problem' in way) throw refusal({ to: way.problem });
  book.put({ ...rule, to: way.to });
  const { led, problem } = followOthers(book, others);
  if (problem) throw refusal({ to: problem });
  return { to: way.to, led };
}

/** Other rules that lead to changed ones, with their new targets; those that lead to what is gone stay. */
export function followOthers(book: RuleBook, others: readonly Rule[]) {
  const led: Rule[] = [];
  for (const other of others) {
    if (other.status === 410) continue;
    const way = book.follow(other);
    if ('problem' in way && !way.isGone) return { led, problem: way.problem };
    if ('to' in way && way.to !== other.to) led.push({ ...other, to: way.to });
  }
  return { led, problem: null };
}

export async function leadOn(tx: Tx, led: readonly Rule[]) {
  for (const { id, to } of led) await tx.redirect.update({ where: { id }, data: { to, postId: null, tagId: null } });
}

async function findBefore(tx: Tx, id: string) {
  const row = await tx.redirect.findUnique({
    where: { id },
    select: { from: true, postId: true, tagId: true, ...targetSelect },
  });
  if (!row) throw new AppError('not_found', 'This redirect no longer exists.');
  return row;
}

type Before = Awaited<ReturnType<typeof findBefore>>;

async function write(tx: Tx, { id, ...data }: Rule, before: Before | null) {
  if (!before) {
    await tx.redirect.create({ data: { id, ...data, source: 'manual', createdAt: new Date() } });
    return;
  }
  // An unchanged target goes on following its post or tag.
  const target = data.to !== '' && data.to === targetOf(before) ? {} : { to: data.to, postId: null, tagId: null };
  const { to: _, ...rule } = data;
  // Undoing an import leaves what was changed by hand.
  await tx.redirect.update({ where: { id }, data: { ...rule, ...target, source: 'manual', importBatchId: null } });
}

function refusal(fields: Problems) {
  return new AppError('invalid', Object.values(fields)[0] ?? '', { fields });
}
