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
                <span>{`${kindNames[rule.kind]} · ${outcomeNames[rule.outcome]} · ${hitsOf(rule, timeZone)}`}</span>
                {rule.note && (
                  <span>
                    {' · '}
                    <bdi>{rule.note}</bdi>
                  </span>
                )}
              </p>
            </div>
            <div className="row__side">
              {!rule.enabled && <StatusBadge tone="gone">Off</StatusBadge>}
              <button className="button button--quiet" name={rule.enabled ? 'off' : 'on'} value={rule.id}>
                <span>{rule.enabled ? 'Switch off' : 'Switch on'}</span>
                <span className="hidden-visually">{` the rule ${rule.text}`}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
    </ActionForm>
  );
}

function hitsOf({ hits, lastHitAt }: ListedRule, timeZone: string) {
  if (!lastHitAt) return 'no matches yet';
  const times = hits === 1 ? 'matched once' : `matched ${hits.toLocaleString('en')} times`;
  return `${times}, last ${shortMoment(lastHitAt, { timeZone })}`;
}
