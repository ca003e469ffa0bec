'use client';

import { useText } from '#text';
import { useState, type ReactNode } from 'react';
import type { EditorSite } from '../editor-post';
import type { EditorFieldName } from '../fields';
import type { OnChange } from './text-field';

type Props = {
  name: EditorFieldName;
  label: string;
  users: EditorSite['users'];
  chosen: string[];
  onChange: OnChange;
};

/** The authors in order; at least one. */
export function AuthorsField({ name, label, users, chosen, onChange }: Props) {
  const t = useText();
  const [wanted, setWanted] = useState('');
  const names = new Map(users.map((user) => [user.id, user.name]));
  return (
    <fieldset className="fieldset">
      <legend>{label}</legend>
      <ul className="plain-list">
        {chosen.map((id) => (
          <li key={id}>
            <span>{names.get(id) ?? t('Former author')}</span>
            {chosen.length > 1 && (
              <button
                type="button"
                className="button button--quiet"
                onClick={() => onChange({ [name]: chosen.filter((one) => one !== id) })}
              >
                {t.rich('Remove<hidden> {name}</hidden>', { hidden: hiddenText, name: names.get(id) })}
              </button>
            )}
          </li>
        ))}
      </ul>
      <select
        className="select"
        aria-label={t('Add an author')}
        value={wanted}
        onChange={(event) => {
          setWanted('');
          if (event.target.value) onChange({ [name]: [...chosen, event.target.value] });
        }}
      >
        <option value="">{t('Add an author…')}</option>
        {users
          .filter(({ id }) => !chosen.includes(id))

          .map((user) => (
            <option key={user.id} value={user.id}>
              {user.name}
            </option>
          ))}
      </select>
    </fieldset>
  );
}

function hiddenText(inside: ReactNode) {
  return <span className="hidden-visually">{inside}</span>;
}
