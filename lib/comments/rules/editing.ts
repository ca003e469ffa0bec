import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import type { EventOf } from '@/lib/events/event';
import { validated } from '@/lib/forms/validation';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { problemOf } from './matching';
import {
  hostOf,
  linesOf,
  MAX_PATTERNS,
  MAX_RULE_LENGTH,
  MAX_RULES,
  nameOfRule,
  ruleSchema,
  type RuleDraft,
  type RuleKind,
} from './rule';

type Typed = { kind: RuleKind; text: string };
type Change = EventOf<'moderation-rules.changed'>['change'];
type Import = Pick<RuleDraft, 'kind' | 'outcome'> & { lines: string };

/** Adds a rule, or changes one; refuses what cannot be matched and what is there already. */
export async function saveRule(actor: Actor, { id, ...typed }: RuleDraft & { id: string | null }) {
  const moderator = requireCapability(actor, 'comments.moderate');
  const draft = withUsableText(validated(ruleSchema, typed));
  await transaction(async (tx) => {
    await refuseDouble(tx, draft, id);
    if (id === null) {
      await insert(tx, moderator, [draft]);
      return;
    }
    const { count } = await tx.moderationRule.updateMany({ where: { id }, data: draft });
    if (count === 0) throw gone();
    await refuseTooMany(tx);
    said(tx, moderator, 'saved', [id]);
  });
  return draft;
}

/** Adds a rule for each line; all or, if one cannot be used, none. Lines that are rules already are left out. */
export async function importRules(actor: Actor, { kind, outcome, lines }: Import) {
  const moderator = requireCapability(actor, 'comments.moderate');
  const drafts = usableLines(lines, kind).map((text) => ({ kind, text, outcome, message: '', note: '' }));
  return transaction(async (tx) => {
    const texts = drafts.map(({ text }) => text);
    const present = await tx.moderationRule.findMany({ where: { kind, text: { in: texts } }, select: { text: true } });
    const known = new Set(present.map(({ text }) => text));
    const added = drafts.filter(({ text }) => !known.has(text));
    if (added.length > 0) await insert(tx, moderator, added);
    return { added: added.length, known: known.size };
  });
}

/** Removes a rule; what it decided stays as it is. */
export async function removeRule(actor: Actor, id: string): Promise<void> {
  const moderator = requireCapability(actor, 'comments.moderate');
  await transaction(async (tx) => {
    const { count } = await tx.moderationRule.deleteMany({ where: { id } });
    if (count === 0) throw gone();
    said(tx, moderator, 'removed', [id]);
  });
}

/** Switches a rule on or off; it keeps its count. */
export async function switchRule(actor: Actor, { id, enabled }: { id: string; enabled: boolean }): Promise<void> {
  const moderator = requireCapability(actor, 'comments.moderate');
  await transaction(async (tx) => {
    const { count } = await tx.moderationRule.updateMany({ where: { id }, data: { enabled } });
    if (count === 0) throw gone();
    said(tx, moderator, enabled ? 'switched-on' : 'switched-off', [id]);
  });
}

function usableLines(lines: string, kind: RuleKind) {
  const texts = linesOf(lines).map(({ number, text }) => {
    const problem =
      text.length > MAX_RULE_LENGTH
        ? `A rule can have at most ${MAX_RULE_LENGTH} characters.`
        : problemOf({ kind, text });
    if (problem) throw refusal('lines', `Line ${number}: ${problem} Nothing was imported.`);
    return stored({ kind, text });
  });
  if (texts.length === 0) throw refusal('lines', 'Write at least one line.');
  if (texts.length > MAX_RULES)
    throw refusal('lines', `These are ${texts.length} lines; a site can have ${MAX_RULES} rules.`);
  return [...new Set(texts)];
}

function withUsableText<Draft extends Typed>(draft: Draft): Draft {
  const problem = problemOf(draft);
  if (problem) throw refusal('text', problem);
  return { ...draft, text: stored(draft) };
}

// Patterns are case-sensitive in what they say: \W is not \w.
function stored({ kind, text }: Typed) {
  if (kind === 'link') return hostOf(text) ?? text;
  return kind === 'word' ? text.toLowerCase() : text;
}

async function insert(tx: Tx, moderator: Actor, drafts: RuleDraft[]) {
  const createdAt = new Date();
  const rows = drafts.map((draft) => ({ ...draft, id: newId(), createdAt, updatedAt: createdAt }));
  await tx.moderationRule.createMany({ data: rows });
  await refuseTooMany(tx);
  said(
    tx,
    moderator,
    'added',
    rows.map(({ id }) => id),
  );
}

async function refuseDouble(tx: Tx, draft: RuleDraft, id: string | null) {
  const { kind, text } = draft;
  const other = await tx.moderationRule.findUnique({ where: { kind_text: { kind, text } }, select: { id: true } });
  if (other && other.id !== id)
    throw refusal('text', `There is a rule for the ${nameOfRule(draft)} already. Change that one.`);
}

async function refuseTooMany(tx: Tx) {
  const all = await tx.moderationRule.count();
  if (all > MAX_RULES) {
    throw new AppError(
      'conflict',
      `A site can have ${MAX_RULES} rules. Nothing was added: remove some that never match.`,
    );
  }
  const patterns = await tx.moderationRule.count({ where: { kind: 'pattern' } });
  if (patterns > MAX_PATTERNS) {
    throw new AppError(
      'conflict',
      `A site can have ${MAX_PATTERNS} patterns. Nothing was added: use words and links instead.`,
    );
  }
}

function said(tx: Tx, moderator: Actor, change: Change, ruleIds: string[]) {
  emit(tx, { type: 'moderation-rules.changed', actorId: moderator.id, change, ruleIds });
}

function refusal(field: 'text' | 'lines', sentence: string) {
  return new AppError('invalid', sentence, { fields: { [field]: sentence } });
}

function gone() {
  return new AppError('not_found', 'This rule no longer exists.');
}
