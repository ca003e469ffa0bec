'use client';

import { useText } from '#text';
import type { KeyboardEvent } from 'react';
import type { EditorFields } from '../fields';

type Props = {
  fields: EditorFields;
  problems: Record<string, string>;
  language: string;
  onChange: (changes: Partial<EditorFields>) => void;
  /** Enter in the last field moves to the text. */
  onLeave: () => void;
};

/** Title and subtitle, as on the page. */
export function TitleFields({ fields, problems, language, onChange, onLeave }: Props) {
  const t = useText();
  const onEnter = (next: () => void) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    next();
  };
  return (
    <div className="document__header">
      <textarea
        className="document__title"
        id="title"
        lang={language}
        rows={1}
        aria-label={t('Title')}
        placeholder={t('Title')}
        value={fields.title}
        onChange={(event) => onChange({ title: event.target.value.replace(/\n/g, ' ') })}
        onKeyDown={onEnter(() => document.getElementById('subtitle')?.focus())}
        aria-invalid={problems.title ? true : undefined}
        aria-describedby={problems.title ? 'title-error' : undefined}
      />
      {problems.title && (
        <p className="field__error" id="title-error">
          {problems.title}
        </p>
      )}
      <textarea
        className="document__subtitle"
        id="subtitle"
        lang={language}
        rows={1}
        aria-label={t('Subtitle')}
        placeholder={t('Subtitle')}
        value={fields.subtitle}
        onChange={(event) => onChange({ subtitle: event.target.value.replace(/\n/g, ' ') })}
        onKeyDown={onEnter(onLeave)}
        aria-invalid={problems.subtitle ? true : undefined}
        aria-describedby={problems.subtitle ? 'subtitle-error' : undefined}
      />
      {problems.subtitle && (
        <p className="field__error" id="subtitle-error">
          {problems.subtitle}
        </p>
      )}
    </div>
  );
}
