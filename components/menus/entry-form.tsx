'use client';

import { useId } from 'react';
import { useText } from '#text';
import type { Text } from '@/components/text/text';
import type { Action } from '@/components/ui/action-errors';
import { Field, Select } from '@/components/ui/field';
import { FormAnswer, useFirstWrong } from '@/components/ui/form-answer';
import { useFormSubmission } from '@/components/ui/use-form-submission';
import { useNextEntry } from '@/components/ui/use-next-entry';
import { choiceOf, MAX_ADDRESS, MAX_LABEL, type Place } from '@/lib/menus/menu';
import type { Choice, Choices, ListedEntry } from '@/lib/menus/queries';

type Props = {
  action: Action;
  place: Place;
  choices: Choices;
  /** Absent: a new one. */
  stored?: { version: number; entry: ListedEntry };
};

/** What an entry of a menu leads to and how it is called. */
export function EntryForm({ action, place, choices, stored }: Props) {
  const t = useText();
  const id = useId();
  const submission = useFormSubmission(action, { permalink: stored ? undefined : `#${id}` });
  const { state, isSending, form } = submission;
  useFirstWrong(form.ref, state);
  useNextEntry(!stored, submission);
  const typed = state.status === 'refused' ? state.values : {};
  const entry = stored?.entry;
  const target = typed.target ?? (entry ? choiceOf(entry) : '');
  const labels = { target: t('Leads to'), address: t('Address'), label: t('Label##link') };
  const field = (name: keyof typeof labels) => ({
    name,
    id: `${place}-${name}`,
    label: labels[name],
    error: state.fields[name],
  });
  return (
    <form {...form} id={id} className="fields-form" noValidate>
      <FormAnswer state={state} labels={labels} prefix={`${place}-`} />
      <input type="hidden" name="place" value={place} />
      {stored && <input type="hidden" name="id" value={stored.entry.id} />}
      {stored && <input type="hidden" name="version" value={typed.version ?? stored.version} />}
      <Select {...field('target')} defaultValue={target} key={target}>
        <option value="">{t('The address below')}</option>
        {groupsOf(choices, entry, t).map(([name, kind, group]) => (
          <optgroup key={name} label={name}>
            {group.map((choice) => (
              <option key={choice.id} value={`${kind}:${choice.id}`}>
                {choice.name}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
      <Field
        {...field('address')}
        hint={t(
          'Of another website, or a path of this one such as /archive. A post, page, tag or series of this site is followed when its address changes.',
        )}
        inputMode="url"
        autoComplete="off"
        maxLength={MAX_ADDRESS}
        dir="ltr"
        defaultValue={typed.address ?? (entry?.kind === 'address' ? entry.target : '')}
      />
      <Field
        {...field('label')}
        hint={t('Without one, the title of the page, post, tag or series, also when it changes.')}
        maxLength={MAX_LABEL}
        autoComplete="off"
        dir="auto"
        defaultValue={typed.label ?? entry?.label ?? ''}
      />
      <button className={stored ? 'button button--primary' : 'button'} aria-disabled={isSending}>
        {stored ? t('Save') : t('Add entry')}
      </button>
    </form>
  );
}

function groupsOf({ pages, tags, series, posts }: Choices, entry: ListedEntry | undefined, t: Text) {
  const groups: [string, 'post' | 'tag' | 'series', Choice[]][] = [
    [t('Pages'), 'post', pages],
    [t('Tags'), 'tag', tags],
    [t('Series##several'), 'series', series],
    [t('Newest posts'), 'post', posts],
  ];
  const isOffered = groups.some(
    ([, kind, group]) => kind === entry?.kind && group.some(({ id }) => id === entry.target),
  );
  // An older post, or one that is not published.
  if (entry && entry.kind !== 'address' && !isOffered) {
    groups.unshift([t('As it is'), entry.kind, [{ id: entry.target, name: entry.title || t('Deleted') }]]);
  }
  return groups.filter(([, , group]) => group.length > 0);
}
