import { adminText } from '@/components/text/server';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/admin/page-header';
import { RuleForm } from '@/components/comments/rule-form';
import { FieldsForm } from '@/components/ui/fields-form';
import { findRule } from '@/lib/comments/rules/queries';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../../guard';
import { pageTitle } from '../../../../page-title';
import { removeRuleAction, saveRuleAction } from '../actions';
import '../../queue.css';

export const generateMetadata = pageTitle('Moderation rule');

export default async function ModerationRulePage({ params }: PageProps<'/admin/comments/rules/[id]'>) {
  const t = await adminText();
  const { id } = await params;
  const actor = await guardPage('comments.moderate', paths.admin.moderationRule(id));
  const rule = await findRule(actor, id);
  if (!rule) notFound();
  return (
    <>
      <PageHeader title={rule.text}>
        <a className="button" href={paths.admin.moderationRules()}>
          {t('Moderation rules')}
        </a>
      </PageHeader>
      <section className="section" aria-labelledby="rule">
        <h2 id="rule">{t('Rule')}</h2>
        <RuleForm action={saveRuleAction} rule={rule} />
      </section>
      <section className="section" aria-labelledby="remove-rule">
        <h2 id="remove-rule">{t('Remove')}</h2>
        <FieldsForm
          action={removeRuleAction}
          hidden={{ id }}
          fields={[]}
          submit={t('Remove rule')}
          question={{
            title: t('Remove this rule?'),
            what: t('Its count goes with it. Comments that it held stay as they are.'),
          }}
        />
      </section>
    </>
  );
}
