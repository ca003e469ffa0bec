'use client';

import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useText } from '#text';
import type { Action } from '@/components/ui/action-errors';
import { FormAnswer, useFirstWrong } from '@/components/ui/form-answer';
import { followShown, ShownValues } from '@/components/ui/shown-values';
import { useFormSubmission } from '@/components/ui/use-form-submission';
import type { PaperName } from '@/lib/settings/papers';
import { paths } from '@/lib/web/paths';
import { AccentField } from './accent-field';
import { ChoiceCards } from './choice-cards';
import { looksChoices, type ChosenLooks } from './looks-choices';
import { PreviewFrame } from './preview-frame';

const ID = 'looks-form';
const FRAME = 'looks-preview';
const choiceNames = [...looksChoices.map(({ name }) => name), 'accentColour' as const];
/** After the last change, until the preview follows. */
const PAUSE_MS = 300;

type Props = { action: Action; shown: string; looks: ChosenLooks; accentHue: number };

/** The looks to choose from, and the site as it would look. Without JavaScript, the buttons load the preview. */
export function LooksForm({ action, shown, looks, accentHue }: Props) {
  const t = useText();
  const { state, isSending, form } = useFormSubmission(action, { permalink: `#${ID}` });
  useFirstWrong(form.ref, state);
  const [chosen, setChosen] = useState({ accentColour: looks.accentColour, paper: looks.paper });
  const { src, follow, show } = usePreview();
  useStored(form.ref, looks, shown);
  const typed = { ...looks, ...state.values };
  const labels = { accentColour: t('Accent colour') };
  return (
    <form
      {...form}
      id={ID}
      className="looks"
      noValidate
      onInput={(event) => {
        const fields = new FormData(event.currentTarget);
        setChosen({ accentColour: textOf(fields, 'accentColour'), paper: textOf(fields, 'paper') as PaperName });
        follow(event.currentTarget);
      }}
    >
      <ShownValues shown={shown} state={state} />
      <div className="looks__choices">
        {looksChoices.map((choice) => (
          <ChoiceCards key={choice.name} choice={choice} chosen={typed[choice.name]} />
        ))}
        <AccentField
          label={labels.accentColour}
          value={typed.accentColour}
          error={state.fields.accentColour}
          accentHue={accentHue}
          {...chosen}
        />
      </div>
      <PreviewFrame name={FRAME} src={src} title={t('Preview of the site')} />
      <div className="form-footer">
        <FormAnswer state={state} labels={labels} />
        <div className="form-actions">
          <button className="button button--primary" aria-disabled={isSending}>
            {t('Save changes')}
          </button>
          <PreviewButton value="front" onShow={show}>
            {t('Preview front page')}
          </PreviewButton>
          <PreviewButton value="article" onShow={show}>
            {t('Preview article')}
          </PreviewButton>
        </div>
      </div>
    </form>
  );
}

/** What was undone is what the form shows, unless something else was chosen in it since. */
function useStored(form: RefObject<HTMLFormElement | null>, looks: ChosenLooks, shown: string) {
  const followed = useRef(looks);
  useLayoutEffect(() => {
    const before = followed.current;
    followed.current = looks;
    const element = form.current;
    if (!element || !holds(element, before) || holds(element, looks)) return;
    element.reset();
    followShown(element, shown);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, [form, looks, shown]);
}

function holds(form: HTMLFormElement, looks: ChosenLooks) {
  const fields = new FormData(form);
  return choiceNames.every((name) => textOf(fields, name) === looks[name]);
}

type ButtonProps = {
  value: 'front' | 'article';
  onShow: (form: HTMLFormElement, page: 'front' | 'article') => void;
  children: ReactNode;
};

/** Loads a page into the preview by itself, and at once with JavaScript. */
function PreviewButton({ value, onShow, children }: ButtonProps) {
  return (
    <button
      className="button"
      name="show"
      value={value}
      formMethod="get"
      formAction={paths.admin.looksPreview()}
      formTarget={FRAME}
      onClick={(event) => {
        const { form } = event.currentTarget;
        if (!form) return;
        event.preventDefault();
        onShow(form, value);
      }}
    >
      {children}
    </button>
  );
}

function usePreview() {
  const [src, setSrc] = useState(paths.admin.looksPreview());
  const page = useRef<'front' | 'article'>('front');
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const load = (form: HTMLFormElement) => {
    const fields = new FormData(form);
    const query = new URLSearchParams({ show: page.current });
    for (const name of choiceNames) query.set(name, textOf(fields, name));
    setSrc(paths.admin.looksPreview(query.toString()));
  };
  return {
    src,
    follow: (form: HTMLFormElement) => {
      clearTimeout(waiting.current);
      waiting.current = setTimeout(() => load(form), PAUSE_MS);
    },
    show: (form: HTMLFormElement, which: 'front' | 'article') => {
      page.current = which;
      load(form);
    },
  };
}

function textOf(fields: FormData, name: string) {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
}
