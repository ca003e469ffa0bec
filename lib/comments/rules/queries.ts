import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { cacheTags } from '@/lib/caching/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import { readDb } from '@/lib/database/db';
import { MAX_RULES, type Rule, type RuleKind, type RuleOutcome } from './rule';

const ruleSelect = { id: true, kind: true, text: true, outcome: true, message: true } as const;
const listedSelect = {
  ...ruleSelect,
  note: true,
  enabled: true,
  hits: true,
  lastHitAt: true,
  createdAt: true,
} as const;

export type ListedRule = Rule & {
  note: string;
  enabled: boolean;
  /** How many comments met it, counted as they were sent. */
  hits: number;
  lastHitAt: Date | null;
  createdAt: Date;
};

/** Every rule, those that are switched on first, then by kind and text. */
export async function listRules(actor: Actor): Promise<ListedRule[]> {
  requireCapability(actor, 'comments.moderate');
  const rows = await readDb.moderationRule.findMany({
    orderBy: [{ enabled: 'desc' }, { kind: 'desc' }, { text: 'asc' }],
    take: MAX_RULES,
    select: listedSelect,
  });
  return rows.map(toRule);
}

/** One rule; null if it was removed. */
export async function findRule(actor: Actor, id: string): Promise<ListedRule | null> {
  requireCapability(actor, 'comments.moderate');
  const row = await readDb.moderationRule.findUnique({ where: { id }, select: listedSelect });
  return row && toRule(row);
}

/** The rules that comments are judged by; a change applies before its response is sent. */
export function readActiveRules(): Promise<Rule[]> {
  return cachedRead({ key: 'moderation-rules', tags: [cacheTags.moderationRules], load: listActive, atBuild: [] });
}

async function listActive() {
  const rows = await readDb.moderationRule.findMany({
    where: { enabled: true },
    orderBy: { id: 'asc' },
    take: MAX_RULES,
    select: ruleSelect,
  });
  return rows.map(toRule);
}

function toRule<Row extends { kind: string; outcome: string }>(row: Row) {
  return { ...row, kind: row.kind as RuleKind, outcome: row.outcome as RuleOutcome };
}
