'use client';

import { useText } from '#text';
import type { Action } from '@/components/ui/action-errors';
import { Field, Select, TextArea } from '@/components/ui/field';
import { FormAnswer, useFirstWrong } from '@/components/ui/form-answer';
import { useFormSubmission } from '@/components/ui/use-form-submission';
import { useNextEntry } from '@/components/ui/use-next-entry';
import { siteCodeNeeds } from '@/lib/settings/site-code';
import { needNames } from '@/lib/site-code/need-names';

const ID = 'site-code-form';

/** Code for every page: checked first, then added with the password. */
export function SiteCodeForm({ action }: { action: Action }) {
  const t = useText();
  const submission = useFormSubmission(action, {
    permalink: `#${ID}`,
    isSaved: ({ status, isUnsaved }) => status === 'done' && !isUnsaved,
  });
  const { state, isSending, form } = submission;
  useFirstWrong(form.ref, state);
  useNextEntry(!state.isUnsaved, submission);
  const typed = state.status === 'refused' || state.isUnsaved ? state.values : {};
  const labels = {
    code: t('Code of the service'),
    name: t('Name'),
    need: t('Consent that it needs'),
    ownPassword: t('Your password'),
  };
  return (
    <form {...form} id={ID} className="fields-form" noValidate>
      <FormAnswer state={state} labels={labels} />
      <TextArea
        name="code"
        label={labels.code}
        hint={t(
          'Plausible, Umami, Fathom, GoatCounter, Matomo, Google Analytics and Cloudflare Web Analytics are recognised. Other code works, too.',
        )}
        error={state.fields.code}
        rows={6}
        dir="ltr"
        spellCheck={false}
        defaultValue={typed.code ?? ''}
      />
      <Field
        name="name"
        label={labels.name}
        hint={t('May be empty for a service that is recognised.')}
        error={state.fields.name}
        maxLength={80}
        autoComplete="off"
        dir="auto"
        defaultValue={typed.name ?? ''}
      />
      <Select
        name="need"
        label={labels.need}
        error={state.fields.need}
        defaultValue={typed.need ?? ''}
        key={typed.need}
      >
        <option value="">{t('As known of the service')}</option>
        {siteCodeNeeds.map((need) => (
          <option key={need} value={need}>
            {t(needNames[need])}
          </option>
        ))}
      </Select>
      <Field
        name="ownPassword"
        type="password"
        label={labels.ownPassword}
        hint={t('Only to add it: such code can read and change every page, and act as a reader who is signed in.')}
        error={state.fields.ownPassword}
        autoComplete="current-password"
      />
      <div className="form-actions">
        <button className="button button--primary" name="intent" value="add" aria-disabled={isSending}>
          {t('Add to every page')}
        </button>
        <button className="button" name="intent" value="check" aria-disabled={isSending}>
          {t('Check')}
        </button>
      </div>
    </form>
  );
}
