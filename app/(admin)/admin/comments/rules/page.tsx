import { adminText } from '@/components/text/server';
import type { Text } from '@/components/text/text';
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
import { pageTitle } from '../../../page-title';
import { addRuleAction, importRulesAction, switchRuleAction, testRulesAction } from './actions';
import '../queue.css';

export const generateMetadata = pageTitle('Moderation rules');

/** What comments are checked for before they are published. */
export default async function ModerationRulesPage() {
  const t = await adminText();
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
        title={t('Moderation rules')}
        lead={t('New and changed comments of readers are checked for these; the strictest rule that matches decides.')}
      >
        <a className="button" href={paths.admin.spamModel()}>
          {t('Spam model')}
        </a>
        <a className="button" href={paths.admin.comments()}>
          {t('Comments')}
        </a>
      </PageHeader>
      <FormAnswer state={answer} />
      {rules.length === 0 ? (
        <p className="quiet rules-none">{t('No rules yet.')}</p>
      ) : (
        <RuleRows rules={rules} action={switchRuleAction} timeZone={timeZone} />
      )}
      {failures && <ServiceState {...{ services, failures, timeZone }} />}
      <section className="section" aria-labelledby="add-rule">
        <header>
          <h2 id="add-rule">{t('Add a rule')}</h2>
          <p>{t('At most 500, of which 100 patterns.')}</p>
        </header>
        <RuleForm action={addRuleAction} />
      </section>
      <section className="section" aria-labelledby="test-rules">
        <header>
          <h2 id="test-rules">{t('Test')}</h2>
          <p>{t('What the active rules would do. Nothing is stored or counted.')}</p>
        </header>
        <RuleTestForm action={testRulesAction} />
      </section>
      <section className="section" aria-labelledby="import-rules">
        <header>
          <h2 id="import-rules">{t('Import a list')}</h2>
          <p>{t('One word, host or pattern on each line; lines that begin with # are left out.')}</p>
        </header>
        <FieldsForm
          action={importRulesAction}
          submit={t('Import##verb')}
          tone="plain"
          isOneOfSeveral
          isForNext
          fields={importFields(t)}
        />
      </section>
    </>
  );
}

const importFields = (t: Text) => [
  {
    name: 'importKind',
    label: t('What the lines are'),
    kind: 'select' as const,
    value: 'word',
    options: ruleKinds.map((value) => ({ value, label: t(kindNames[value]) })),
  },
  {
    name: 'importOutcome',
    label: t('What the rules do'),
    kind: 'select' as const,
    value: 'hold',
    options: ruleOutcomes.map((value) => ({ value, label: t(outcomeNames[value]) })),
  },
  { name: 'lines', label: t('Lines'), kind: 'area' as const, rows: 8 },
];
