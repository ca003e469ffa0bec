'use client';

import { useText } from '#text';
import type { EditorSite } from '../editor-post';
import type { EditorFieldName } from '../fields';
import { ChipsField } from './chips-field';
import type { OnChange } from './text-field';

type Props = {
  name: EditorFieldName;
  label: string;
  users: EditorSite['users'];
  chosen: string[];
  error: string | undefined;
  onChange: OnChange;
};

/** The authors in order; at least one. */
export function AuthorsField({ name, label, users, chosen, error, onChange }: Props) {
  const t = useText();
  const names = new Map(users.map((user) => [user.id, user.name]));
  return (
    <ChipsField
      id={`details-${name}`}
      label={label}
      error={error}
      options={users.map((user) => ({ key: user.id, name: user.name }))}
      chosen={chosen.map((id) => ({ key: id, name: names.get(id) ?? t('Former author') }))}
      least={1}
      onChange={(authors) => onChange({ [name]: authors.map(({ key }) => key) })}
    />
  );
}
