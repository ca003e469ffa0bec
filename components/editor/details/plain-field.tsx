'use client';

import { useText } from '#text';
import type { ReactNode } from 'react';
import { Field, Select, TextArea } from '@/components/ui/field';
import { spotElement } from '@/lib/html/slot-spots';
import { linksTo } from '@/components/layout/message';
import type { Text } from '@/components/text/text';
import { msg } from '@/lib/i18n/admin/msg';
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
  const t = useText();
  const initial = post.fields[name];
  const label = t(definition.label);
  const hint = definition.hint && t(definition.hint);
  const shared = { name, label, hint, error: state.fields[name], defaultValue: state.values[name] ?? String(initial) };
  if (Array.isArray(initial)) {
    const placements = () => site.placements.map((place) => ({ ...place, name: t(place.name) }));
    const options = definition.kind === 'users' ? site.users : placements();
    return <Checks {...{ name, options }} legend={label} chosen={state.values[name]?.split(', ') ?? initial} />;
  }
  switch (definition.kind) {
    case 'html':
      return (
        <TextArea
          {...shared}
          label={t('{label}, as HTML', { label })}
          hint={spotHint(site.slots, t)}
          rows={20}
          lang={site.language}
        />
      );
    case 'lines':
      return <TextArea {...shared} rows={3} lang={site.language} />;
    case 'choice':
      return (
        <Select {...shared}>
          {optionsOf(Object.entries(definition.options).map(([value, words]) => [value, t(words)]))}
        </Select>
      );
    case 'flag': {
      const {
        label: asChoice,
        on,
        off,
      } = definition.states ?? { label: definition.label, on: msg('Yes'), off: msg('No') };
      const options = optionsOf([
        ['false', t(off)],
        ['true', t(on)],
      ]);
      return (
        <Select {...shared} label={t(asChoice)}>
          {options}
        </Select>
      );
    }
    case 'page':
      return <Select {...shared}>{optionsOf([['', t('None')], ...site.parents.map(asOption)])}</Select>;
    case 'image':
      return <Image {...shared} images={site.images} />;
    case 'series':
      return <Field {...shared} names={site.series} dir="auto" />;
    case 'moment':
      return <Field {...shared} type="datetime-local" hint={`${hint ?? ''} ${t.said(zoneHint(site.zoneName))}`} />;
    default:
      return <Field {...shared} />;
  }
}

function spotHint(slots: EditorSite['slots'], t: Text): ReactNode {
  const [first] = slots;
  if (!first) return undefined;
  return t.rich(
    '<span>An ad slot between two paragraphs is written as </span>{code}<span> with the name or id of a slot: {slots}.</span>',
    {
      span: asSpan,
      code: <code>{toHtml([spotElement(first.id)])}</code>,
      slots: slots.map(({ id, name }) => `${name} (${id})`).join(', '),
    },
  );
}

function asSpan(inside: ReactNode) {
  return <span>{inside}</span>;
}

type ImageProps = { name: string; label: string; defaultValue: string; images: EditorSite['images'] };

function Image({ images, ...select }: ImageProps) {
  const t = useText();
  return (
    <>
      <Select {...select}>{optionsOf([['', t('None')], ...images.map(asOption)])}</Select>
      <p className="quiet">
        {t.rich(
          'Images come from the <library>library</library>; save first, then add one there.',
          linksTo({ library: paths.admin.media() }),
        )}
      </p>
    </>
  );
}

function asOption({ id, name }: { id: string; name: string }): [string, string] {
  return [id, name];
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
