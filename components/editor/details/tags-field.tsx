'use client';

import { useText } from '#text';
import { tagKey } from '@/lib/posts/tagging/tag-names';
import type { EditorFieldName } from '../fields';
import { ChipsField } from './chips-field';
import type { OnChange } from './text-field';

type Props = {
  name: EditorFieldName;
  label: string;
  /** Names, separated by commas. */
  value: string;
  known: string[];
  error: string | undefined;
  onChange: OnChange;
};

/** The tags in order, old ones and new. */
export function TagsField({ name, label, value, known, error, onChange }: Props) {
  const t = useText();
  return (
    <ChipsField
      id={`details-${name}`}
      label={label}
      hint={t('Enter or a comma adds what you typed.')}
      error={error}
      options={known.map(toChip)}
      chosen={value.split(',').flatMap((one) => (one.trim() ? [toChip(one)] : []))}
      create={(typed) => (typed.trim() ? toChip(typed) : null)}
      onChange={(tags) => onChange({ [name]: tags.map((tag) => tag.name).join(', ') })}
    />
  );
}

function toChip(name: string) {
  const tidy = name.replace(/\s+/g, ' ').trim();
  return { key: tagKey(tidy), name: tidy };
}
