import { PageHeader } from '@/components/admin/page-header';
import { adminText } from '@/components/text/server';
import type { Text } from '@/components/text/text';
import { FieldsForm, type FieldSpec } from '@/components/ui/fields-form';
import { SectionHeader } from '@/components/ui/section-header';
import { msg } from '@/lib/i18n/admin/msg';
import { publishRuleNames, type PublishRule, type PublishRules } from '@/lib/settings/publish-rules';
import { getSettings } from '@/lib/settings/queries';
import { shownValues } from '@/lib/settings/shown-values';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { pageTitle } from '../../../page-title';
import { savePublishRulesAction } from './actions';

export const generateMetadata = pageTitle('Publishing');

const labels: Record<PublishRule, string> = {
  cover: msg('A featured image'),
  excerpt: msg('An excerpt'),
  tag: msg('At least one tag'),
  alt: msg('Alt text for every image'),
  description: msg('A meta description'),
  notes: msg('No unresolved notes'),
  fewWords: msg('A minimum number of words'),
  manyWords: msg('A maximum number of words'),
};

/** The owner's check list: what a post must have before it is published. */
export default async function PublishingSettingsPage() {
  await guardPage('settings.edit', paths.admin.publishRules());
  const [t, { publishRules }] = await Promise.all([adminText(), getSettings()]);
  return (
    <>
      <PageHeader title={t('Publishing')} lead={t('What is checked before a post is published or scheduled.')} />
      <section className="settings-card" aria-labelledby="checklist">
        <SectionHeader
          id="checklist"
          title={t('Checklist')}
          hint={t('A rule that warns is a suggestion. One that blocks holds for everybody and every way to publish.')}
        />
        <FieldsForm
          action={savePublishRulesAction}
          shown={shownValues(publishRules)}
          fields={fieldsOf(publishRules, t)}
          submit={t('Save changes')}
        />
      </section>
    </>
  );
}

function fieldsOf(rules: PublishRules, t: Text): FieldSpec[] {
  const options = [
    { value: 'off', label: t('Off##rule') },
    { value: 'warn', label: t('Warns##rule') },
    { value: 'block', label: t('Blocks##rule') },
  ];
  const level = (rule: PublishRule): FieldSpec => ({
    name: rule,
    label: t(labels[rule]),
    kind: 'select',
    value: rules[rule],
    options,
  });
  const words = (name: 'least' | 'most', label: string): FieldSpec => ({
    name,
    label,
    kind: 'number',
    min: 1,
    max: 100_000,
    value: String(rules[name]),
  });
  return [...publishRuleNames.map(level), words('least', t('Minimum words')), words('most', t('Maximum words'))];
}
