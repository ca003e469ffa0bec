import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { isUniqueViolation } from '@/lib/posts/unique-violation';
import { siteHost } from '@/lib/settings/site-address';
import { enteredOf, followOthers, hidden, leadOn, taken } from './editing';
import { forgetMissing } from './forgetting';
import type { LegacySystems } from './legacy-systems';
import { ownerOf } from './own-addresses';
import type { Site } from './redirect';
import { MAX_IMPORTED, readRedirectTable, type LineDraft, type LineProblem } from './redirect-table';
import { RuleBook, type Rule } from './rule-book';
import { loadWay, lockRules, presentOwners, readRules, readRulesTo } from './stored-rules';

const SLICE = 500;

export type RedirectImport = { added: number; known: number } | { problems: LineProblem[] };
type LineRule = { line: number; rule: Rule };

/** Imports a table of redirects, all or none. Those that are there as they are in the table are left out. */
export async function importRedirects(actor: Actor, text: string, legacy: LegacySystems): Promise<RedirectImport> {
  const owner = requireCapability(actor, 'settings.edit');
  const { drafts, problems } = readRedirectTable(text);
  const size = drafts.length + problems.length;
  if (size === 0) throw refusal('This file has no redirects.');
  if (size > MAX_IMPORTED) {
    throw refusal(
      `This file has ${size.toLocaleString('en')} redirects; at most ${MAX_IMPORTED.toLocaleString('en')} are imported at once. Nothing was imported.`,
    );
  }
  const entered = rulesOf(drafts, { hosts: [siteHost()], legacy });
  const unusable = [...problems, ...entered.problems];
  if (unusable.length > 0) return { problems: inOrder(unusable) };
  try {
    return await transaction((tx) => store(tx, owner, entered.rules, legacy));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw refusal('Another redirect was added at the same moment. Nothing was imported: try again.');
  }
}

async function store(tx: Tx, owner: Actor, rules: LineRule[], legacy: LegacySystems): Promise<RedirectImport> {
  await lockRules(tx);
  const stored = await readRules(
    tx,
    rules.map(({ rule }) => rule.from),
  );
  const present = new Map(stored.map((rule) => [rule.from, rule]));
  const added = rules.filter(({ rule }) => !isSame(rule, present.get(rule.from)));
  const problems = [
    ...added.flatMap(({ line, rule }) => (present.has(rule.from) ? { line, problem: taken(rule.from) } : [])),
    ...(await hiding(tx, added)),
  ];
  if (problems.length > 0) return { problems: inOrder(problems) };
  const ways = await followed(tx, added, legacy);
  if (ways.problems.length > 0) return { problems: inOrder(ways.problems) };
  await write(tx, ways.rules);
  await leadOn(tx, ways.led);
  await forgetMissing(tx, ways.rules);
  if (added.length > 0) {
    const from = [...ways.rules, ...ways.led].map((rule) => rule.from);
    const ids = ways.rules.map(({ id }) => id);
    emit(tx, { type: 'redirects.changed', actorId: owner.id, change: 'imported', ids, from });
  }
  return { added: added.length, known: rules.length - added.length };
}

function rulesOf(drafts: readonly LineDraft[], site: Site) {
  const lines = new Map<string, number>();
  const rules: LineRule[] = [];
  const problems: LineProblem[] = [];
  for (const { line, draft } of drafts) {
    const entered = enteredOf(draft, site);
    if ('problems' in entered) {
      problems.push(...Object.values(entered.problems).map((problem) => ({ line, problem })));
      continue;
    }
    const { from } = entered.draft;
    const earlier = lines.get(from);
    if (earlier !== undefined) problems.push({ line, problem: `${from} is redirected on line ${earlier} already.` });
    lines.set(from, earlier ?? line);
    rules.push({ line, rule: { id: newId(), ...entered.draft } });
  }
  return { rules, problems };
}

async function hiding(tx: Tx, rules: readonly LineRule[]): Promise<LineProblem[]> {
  const owned = rules.flatMap(({ line, rule }) => {
    const owner = ownerOf(rule.from, rule.kind === 'prefix' ? 'prefix' : 'exact');
    return owner ? [{ line, owner, from: rule.from }] : [];
  });
  const isPresent = await presentOwners(
    tx,
    owned.map(({ owner }) => owner),
  );
  return owned.flatMap(({ line, owner, from }) => (isPresent(owner) ? { line, problem: hidden(from, owner.of) } : []));
}

async function followed(tx: Tx, lines: readonly LineRule[], legacy: LegacySystems) {
  const book = new RuleBook(legacy);
  const rules = lines.map(({ rule }) => rule);
  for (const rule of rules) book.put(rule);
  const others = await readRulesTo(tx, rules);
  await loadWay(tx, book, [...rules, ...others]);
  const problems: LineProblem[] = [];
  const shortened = lines.map(({ line, rule }) => {
    const way = rule.status === 410 ? { to: '' } : book.follow(rule);
    if ('problem' in way) problems.push({ line, problem: way.problem });
    return 'to' in way ? { ...rule, to: way.to } : rule;
  });
  const { led, problem } = followOthers(book, others);
  // Whatever it is, a rule of this file leads there; each of those was followed by itself.
  if (problem && problems.length === 0) problems.push({ line: lines[0]?.line ?? 1, problem });
  return { rules: shortened, led, problems };
}

async function write(tx: Tx, rules: readonly Rule[]) {
  const createdAt = new Date();
  const rows = rules.map((rule) => ({ ...rule, source: 'manual', createdAt }));
  for (let at = 0; at < rows.length; at += SLICE) await tx.redirect.createMany({ data: rows.slice(at, at + SLICE) });
}

function isSame(rule: Rule, other: Rule | undefined) {
  return other?.to === rule.to && other.status === rule.status && other.kind === rule.kind;
}

function inOrder(problems: LineProblem[]) {
  return problems.toSorted((a, b) => a.line - b.line);
}

function refusal(sentence: string) {
  return new AppError('invalid', sentence, { fields: { file: sentence } });
}
