import type { Metadata } from 'next';
import { PageHeader } from '@/components/admin/page-header';
import { RuleForm } from '@/components/comments/rule-form';
import { RuleRows } from '@/components/comments/rule-rows';
import { RuleTestForm } from '@/components/comments/rule-test-form';
import { ServiceState } from '@/components/comments/service-state';
import { FieldsForm } from '@/components/ui/fields-form';
import { FormAnswer } from '@/components/ui/form-answer';
import { findAnswer } from '@/lib/actions/form-answer';
import { findServiceFailures, servicesAsked } from '@/lib/comments/services/checks';
import { listRules } from '@/lib/comments/rules/queries';
import { kindNames, outcomeNames, ruleKinds, ruleOutcomes } from '@/lib/comments/rules/rule';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { addRuleAction, importRulesAction, switchRuleAction, testRulesAction } from './actions';
import '../queue.css';

export const metadata: Metadata = { title: 'Moderation rules' };

/** What comments are checked for before they are published. */
export default async function ModerationRulesPage() {
  const actor = await guardPage('comments.moderate', paths.admin.moderationRules());
  const services = servicesAsked();
  const [rules, { timeZone }, failures, answer] = await Promise.all([
    listRules(actor),
    getSettings(),
    services.length > 0 ? findServiceFailures(actor) : null,
    findAnswer(),
  ]);
  return (
    <>
      <PageHeader
        title="Moderation rules"
        lead="New and changed comments of readers are checked for these; the strictest rule that matches decides."
      >
        <a className="button" href={paths.admin.spamModel()}>
          Spam model
        </a>
        <a className="button" href={paths.admin.comments()}>
          Comments
        </a>
      </PageHeader>
      <FormAnswer state={answer} />
      {rules.length === 0 ? (
        <p className="quiet rules-none">No rules yet.</p>
      ) : (
        <RuleRows rules={rules} action={switchRuleAction} timeZone={timeZone} />
      )}
      {failures && <ServiceState {...{ services, failures, timeZone }} />}
      <section className="section" aria-labelledby="add-rule">
        <header>
          <h2 id="add-rule">Add a rule</h2>
          <p>At most 500, of which 100 patterns.</p>
        </header>
        <RuleForm action={addRuleAction} />
      </section>
      <section className="section" aria-labelledby="test-rules">
        <header>
          <h2 id="test-rules">Test</h2>
          <p>What the active rules would do. Nothing is stored or counted.</p>
        </header>
        <RuleTestForm action={testRulesAction} />
      </section>
      <section className="section" aria-labelledby="import-rules">
        <header>
          <h2 id="import-rules">Import a list</h2>
          <p>One word, host or pattern on each line; lines that begin with # are left out.</p>
        </header>
        <FieldsForm action={importRulesAction} submit="Import" tone="plain" isOneOfSeveral fields={importFields} />
      </section>
    </>
  );
}

const importFields = [
  {
    name: 'importKind',
    label: 'What the lines are',
    kind: 'select' as const,
    value: 'word',
    options: ruleKinds.map((value) => ({ value, label: kindNames[value] })),
  },
  {
    name: 'importOutcome',
    label: 'What the rules do',
    kind: 'select' as const,
    value: 'hold',
    options: ruleOutcomes.map((value) => ({ value, label: outcomeNames[value] })),
  },
  { name: 'lines', label: 'Lines', kind: 'area' as const, rows: 8 },
];
