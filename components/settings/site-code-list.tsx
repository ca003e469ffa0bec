'use client';

import { useText } from '#text';
import { ActionForm } from '@/components/comments/action-form';
import type { Action } from '@/components/ui/action-errors';
import { EarlierAnswer } from '@/components/ui/earlier-answer';
import { FieldsForm } from '@/components/ui/fields-form';
import type { SiteCodeNeed } from '@/lib/settings/site-code';
import { needNames } from '@/lib/site-code/need-names';

type Listed = { id: string; name: string; need: SiteCodeNeed; isOn: boolean; about: string };
type Props = { suspend: Action; resume: Action; remove: Action; mayTrust: boolean; codes: Listed[] };

const AT = '#site-code';

/** The code that pages run, or ran until it was suspended. */
export function SiteCodeList({ suspend, resume, remove, mayTrust, codes }: Props) {
  const t = useText();
  return (
    <>
      {/* Outside of the list: their answers stay when a row changes or is gone. */}
      <ActionForm action={suspend} id="site-code-suspend" at={AT}>
        {null}
      </ActionForm>
      <ActionForm action={remove} id="site-code-remove" at={AT}>
        {null}
      </ActionForm>
      <EarlierAnswer action={resume} at={AT} />
      {codes.length > 0 && (
        <ul className="site-code-list">
          {codes.map(({ id, name, need, isOn, about }) => (
            <li key={id}>
              <div className="site-code-list__about">
                <strong dir="auto">{isOn ? name : t('{name} (suspended)', { name })}</strong>
                <p>{about}</p>
                <p>{t('Consent: {need}', { need: t(needNames[need]) })}</p>
              </div>
              <div className="site-code-list__actions">
                {isOn && (
                  <button
                    className="button"
                    form="site-code-suspend"
                    name="id"
                    value={id}
                    aria-label={t('Suspend {name}', { name })}
                  >
                    {t('Suspend##code')}
                  </button>
                )}
                <button
                  className="button"
                  form="site-code-remove"
                  name="id"
                  value={id}
                  aria-label={t('Remove {name}', { name })}
                >
                  {t('Remove')}
                </button>
              </div>
              {!isOn && mayTrust && <Resumption action={resume} id={id} />}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Resumption({ action, id }: { action: Action; id: string }) {
  const t = useText();
  return (
    <FieldsForm
      action={action}
      submit={t('Resume')}
      tone="plain"
      isOneOfSeveral
      hidden={{ id }}
      prefix={`${id}-`}
      fields={[
        {
          name: 'resumePassword',
          label: t('Your password'),
          kind: 'password',
          autoComplete: 'current-password',
          hint: t('To run this code in every page again.'),
        },
      ]}
    />
  );
}
