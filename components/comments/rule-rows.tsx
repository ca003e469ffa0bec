import { useText } from '#text';
import type { Text } from '@/components/text/text';
import { StatusBadge } from '@/components/admin/status-badge';
import type { Action } from '@/components/ui/action-errors';
import type { ListedRule } from '@/lib/comments/rules/queries';
import { kindNames, outcomeNames } from '@/lib/comments/rules/rule';
import { shortMoment } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';
import { ActionForm } from './action-form';

type Props = { rules: ListedRule[]; action: Action; timeZone: string };

/** The rules of a site, each with what it does, how often it was met and a switch. */
export function RuleRows({ rules, action, timeZone }: Props) {
  const t = useText();
  return (
    <ActionForm action={action}>
      <ul className="rows">
        {rules.map((rule) => (
          <li key={rule.id} className="row">
            <div className="row__main">
              <a className="row__title" href={paths.admin.moderationRule(rule.id)}>
                <bdi>{rule.text}</bdi>
              </a>
              <p className="row__meta">
                <span>{`${t(kindNames[rule.kind])} · ${t(outcomeNames[rule.outcome])} · ${hitsOf(rule, timeZone, t)}`}</span>
                {rule.note && (
                  <span>
                    {' · '}
                    <bdi>{rule.note}</bdi>
                  </span>
                )}
              </p>
            </div>
            <div className="row__side">
              {!rule.enabled && <StatusBadge tone="gone">{t('Off')}</StatusBadge>}
              <button className="button button--quiet" name={rule.enabled ? 'off' : 'on'} value={rule.id}>
                <span>{rule.enabled ? t('Switch off') : t('Switch on')}</span>
                <span className="hidden-visually">{t(' the rule {text}', { text: rule.text })}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
    </ActionForm>
  );
}

function hitsOf({ hits, lastHitAt }: ListedRule, timeZone: string, t: Text) {
  if (!lastHitAt) return t('no matches yet');
  return t('{count, plural, one {matched once} other {matched # times}}, last {moment}', {
    count: hits,
    moment: shortMoment(lastHitAt, { timeZone, language: t.language }),
  });
}
