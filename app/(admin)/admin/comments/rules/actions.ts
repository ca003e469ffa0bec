'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { redirectWithAnswer } from '@/lib/actions/form-answer';
import type { Actor } from '@/lib/auth/actor';
import { bodySchema } from '@/lib/comments/comment';
import { importRules, removeRule, saveRule, switchRule } from '@/lib/comments/rules/editing';
import { problemOf } from '@/lib/comments/rules/matching';
import { nameOfRule, ruleFields, ruleSchema, type Rule, type RuleDraft } from '@/lib/comments/rules/rule';
import { writeRuleTest, type RuleTest } from '@/lib/comments/rules/test-result';
import { testRecent, testText } from '@/lib/comments/rules/testing';
import { done, refused, type FormState } from '@/lib/forms/form-state';
import { limits } from '@/lib/users/rate-limits';
import { paths } from '@/lib/web/paths';

const MAX_IMPORT = 120_000;
const id = z.string().min(1).max(40);
const managing = { who: 'comments.moderate', rateLimit: limits.staff } as const;
const testing = { who: 'comments.moderate', rateLimit: { name: 'rule-test', limit: 60, seconds: 60 } } as const;
const intent = z.enum(['save', 'try']).default('save');

/** Adds a rule, or tries it on the newest comments without saving it. */
export const addRuleAction = formAction(
  { name: 'rule.add', schema: ruleSchema.extend({ intent }), ...managing },
  async ({ intent: wanted, ...draft }, { actor }) => {
    if (wanted === 'try') return tried(actor, draft);
    return done(`Added: the ${nameOfRule(await saveRule(actor, { id: null, ...draft }))}.`);
  },
);

/** Changes a rule, or tries the change on the newest comments without saving it. */
export const saveRuleAction = formAction(
  { name: 'rule.save', schema: ruleSchema.extend({ id, intent }), ...managing },
  async ({ intent: wanted, ...draft }, { actor }) => {
    if (wanted === 'try') return tried(actor, draft);
    const saved = await saveRule(actor, draft);
    return redirectWithAnswer(actor, paths.admin.moderationRules(), done(`Saved: the ${nameOfRule(saved)}.`));
  },
);

export const removeRuleAction = formAction(
  { name: 'rule.remove', schema: z.object({ id }), ...managing },
  async (input, { actor }) => {
    await removeRule(actor, input.id);
    return redirectWithAnswer(actor, paths.admin.moderationRules(), done('The rule was removed.'));
  },
);

/** The buttons of one form: each sends the id of its rule under the name of what it does. */
export const switchRuleAction = formAction(
  {
    name: 'rule.switch',
    schema: z
      .object({ on: id.optional(), off: id.optional() })
      .refine(({ on, off }) => (on === undefined) !== (off === undefined), 'Choose one rule.'),
    ...managing,
  },
  async ({ on, off }, { actor }) => {
    await switchRule(actor, { id: on ?? off ?? '', enabled: on !== undefined });
    return done(on === undefined ? 'The rule is switched off.' : 'The rule is switched on.');
  },
);

export const importRulesAction = formAction(
  {
    name: 'rule.import',
    schema: z.object({
      importKind: ruleFields.kind,
      importOutcome: ruleFields.outcome,
      lines: z.string().max(MAX_IMPORT, 'This list is too long. Import it in parts.'),
    }),
    ...managing,
  },
  async ({ importKind: kind, importOutcome: outcome, lines }, { actor }) => {
    const { added, known } = await importRules(actor, { kind, outcome, lines });
    const left = known > 0 ? ` ${known === 1 ? '1 was' : `${known} were`} there already.` : '';
    return done(`Added ${added === 1 ? '1 rule' : `${added} rules`}.${left}`);
  },
);

/** Tests the active rules on a text, or on the newest comments. */
export const testRulesAction = formAction(
  { name: 'rule.test', schema: z.object({ sample: z.string(), on: z.enum(['text', 'recent']) }), ...testing },
  async ({ sample, on }, { actor }) => {
    if (on === 'recent') return tested(await testRecent(actor), { sample });
    const text = bodySchema.safeParse(sample);
    const problem = text.success ? '' : (text.error.issues[0]?.message ?? '');
    if (!text.success) return refused(problem, { sample: problem }, { sample });
    return tested(await testText(actor, text.data), { sample });
  },
);

async function tried(actor: Actor, draft: RuleDraft): Promise<FormState> {
  const problem = problemOf(draft);
  const values = { ...draft };
  if (problem) return refused(problem, { text: problem }, values);
  const unsaved: Rule = { ...draft, id: '' };
  return tested(await testRecent(actor, unsaved), values);
}

// Nothing was saved: what was typed stays in the form.
function tested(result: RuleTest, values: Record<string, string>): FormState {
  return { ...done(''), values: { ...values, test: writeRuleTest(result) }, isUnsaved: true };
}
