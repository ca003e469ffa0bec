'use client';

import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useText } from '#text';
import type { Action } from '@/components/ui/action-errors';
import { Field, TextArea } from '@/components/ui/field';
import { FormAnswer, useFirstWrong } from '@/components/ui/form-answer';
import { followShown, ShownValues } from '@/components/ui/shown-values';
import { useFormSubmission } from '@/components/ui/use-form-submission';
import { idle, type FormState } from '@/lib/forms/form-state';
import { MAX_OWN_CSS } from '@/lib/settings/looks-names';

const ID = 'own-css-form';

/** What was undone is what the field shows, unless something else was typed in it since. */
function useStored(form: RefObject<HTMLFormElement | null>, css: string, shown: string) {
  const followed = useRef(css);
  useLayoutEffect(() => {
    const before = followed.current;
    followed.current = css;
    const field = form.current?.elements.namedItem('ownCss');
    if (!(field instanceof HTMLTextAreaElement) || field.value !== before || css === before) return;
    field.value = css;
    if (field.form) followShown(field.form, shown);
  }, [form, css, shown]);
}

/** A refusal is over once the looks have changed, as an undo changes them. */
function useCurrent(state: FormState, looks: string) {
  const [answered, setAnswered] = useState({ state, looks });
  if (answered.state !== state) setAnswered({ state, looks });
  const isPast = answered.state === state && answered.looks !== looks;
  return isPast && state.status === 'refused' ? idle : state;
}

type Props = {
  action: Action;
  shown: string;
  css: string;
  /** How the site looks, and looked before. */
  looks: string;
};

/** CSS of the owner: looked at first, then saved with the password. */
export function OwnCssForm({ action, shown, css, looks }: Props) {
  const t = useText();
  const { state, isSending, form } = useFormSubmission(action, {
    permalink: `#${ID}`,
    isSaved: ({ status, isUnsaved }) => status === 'done' && !isUnsaved,
  });
  useFirstWrong(form.ref, state);
  useStored(form.ref, css, shown);
  const said = useCurrent(state, looks);
  const labels = { ownCss: t('CSS'), ownPassword: t('Your password') };
  return (
    <form {...form} id={ID} className="fields-form" noValidate>
      <FormAnswer state={said} labels={labels} />
      <ShownValues shown={shown} state={state} />
      <TextArea
        name="ownCss"
        label={labels.ownCss}
        hint={t('At most {most, number} characters. It loads nothing from other sites.', { most: MAX_OWN_CSS })}
        error={said.fields.ownCss}
        rows={12}
        dir="ltr"
        spellCheck={false}
        className="textarea looks-css"
        defaultValue={state.values.ownCss ?? css}
      />
      <Field
        name="ownPassword"
        type="password"
        label={labels.ownPassword}
        hint={t('Only to save: changing the style of a page can put anything anywhere on it.')}
        error={said.fields.ownPassword}
        autoComplete="current-password"
      />
      <div className="form-actions">
        <button className="button button--primary" name="intent" value="save" aria-disabled={isSending}>
          {t('Save CSS')}
        </button>
        <button className="button" name="intent" value="preview" aria-disabled={isSending}>
          {t('Preview')}
        </button>
      </div>
    </form>
  );
}
