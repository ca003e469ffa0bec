'use client';

import type { ReactNode } from 'react';
import { Field, Select, TextArea } from '@/components/ui/field';
import { spotElement } from '@/lib/html/slot-spots';
import { toHtml } from '@/lib/html/writing';
import type { FormState } from '@/lib/forms/form-state';
import { paths } from '@/lib/web/paths';
import type { FieldDefinition } from '@/lib/posts/fields/field-definition';
import type { EditorPost, EditorSite } from '../editor-post';
import type { EditorFieldName } from '../fields';
import { zoneHint } from '@/lib/time/site-time';

type Props = {
  name: EditorFieldName;
  definition: FieldDefinition;
  post: Pick<EditorPost, 'fields'>;
  site: EditorSite;
  state: FormState;
};

/** A field of the form without JavaScript, with the control of its kind. */
export function PlainField({ name, definition, post, site, state }: Props) {
  const initial = post.fields[name];
  const { label, hint } = definition;
  const shared = { name, label, hint, error: state.fields[name], defaultValue: state.values[name] ?? String(initial) };
  if (Array.isArray(initial)) {
    const options = definition.kind === 'users' ? site.users : site.placements;
    return <Checks {...{ name, options }} legend={label} chosen={state.values[name]?.split(', ') ?? initial} />;
  }
  switch (definition.kind) {
    case 'html':
      return <TextArea {...shared} label={`${label}, as HTML`} hint={spotHint(site.slots)} rows={20} />;
    case 'lines':
      return <TextArea {...shared} rows={3} />;
    case 'choice':
      return <Select {...shared}>{optionsOf(Object.entries(definition.options))}</Select>;
    case 'flag': {
      const { label: asChoice, on, off } = definition.states ?? { label, on: 'Yes', off: 'No' };
      const options = optionsOf([
        ['false', off],
        ['true', on],
      ]);
      return (
        <Select {...shared} label={asChoice}>
          {options}
        </Select>
      );
    }
    case 'image':
      return <Image {...shared} images={site.images} />;
    case 'moment':
      return <Field {...shared} type="datetime-local" hint={`${hint ?? ''} ${zoneHint(site.zoneName)}`} />;
    default:
      return <Field {...shared} />;
  }
}

function spotHint(slots: EditorSite['slots']): ReactNode {
  const [first] = slots;
  if (!first) return undefined;
  return (
    <>
      <span>{'An ad slot between two paragraphs is written as '}</span>
      <code>{toHtml([spotElement(first.id)])}</code>
      <span>{` with the name or id of a slot: ${slots.map(({ id, name }) => `${name} (${id})`).join(', ')}.`}</span>
    </>
  );
}

type ImageProps = { name: string; label: string; defaultValue: string; images: EditorSite['images'] };

function Image({ images, ...select }: ImageProps) {
  return (
    <>
      <Select {...select}>
        {optionsOf([['', 'None'], ...images.map(({ id, name }): [string, string] => [id, name])])}
      </Select>
      <p className="quiet">
        Images come from the <a href={paths.admin.media()}>library</a>; save first, then add one there.
      </p>
    </>
  );
}

function optionsOf(options: [string, string][]) {
  return options.map(([value, words]) => (
    <option key={value} value={value}>
      {words}
    </option>
  ));
}

type ChecksProps = { name: string; legend: string; options: { id: string; name: string }[]; chosen: string[] };

function Checks({ name, legend, options, chosen }: ChecksProps) {
  return (
    <fieldset className="fieldset">
      <legend>{legend}</legend>
      {/* Sent even when nothing is ticked, so that clearing the last checkbox counts. */}
      <input type="hidden" name={name} value="" />
      {options.map((option) => (
        <label className="check" key={option.id}>
          <input type="checkbox" name={name} value={option.id} defaultChecked={chosen.includes(option.id)} />
          <span>{option.name}</span>
        </label>
      ))}
    </fieldset>
  );
}
