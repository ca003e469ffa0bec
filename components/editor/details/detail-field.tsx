'use client';

import type { FieldDefinition } from '@/lib/posts/fields/field-definition';
import { isReserved, isTooLongForSlug, slugify, slugProblem } from '@/lib/posts/publishing/slugs';
import { AuthorsField } from './authors-field';
import type { EditorPost, EditorSite } from '../editor-post';
import type { EditorFieldName, EditorFields } from '../fields';
import { TextField, type OnChange } from './text-field';
import { zoneHint } from '@/lib/time/site-time';

export type DetailProps = {
  post: EditorPost;
  site: EditorSite;
  fields: EditorFields;
  problems: Record<string, string>;
  onChange: OnChange;
};

type Props = DetailProps & { name: EditorFieldName; definition: FieldDefinition };

/** A field of the post settings, with the control of its kind. */
export function DetailField(props: Props) {
  const { name, definition, site, fields, onChange } = props;
  const value = fields[name];
  const label = definition.drawerLabel ?? definition.label;
  if (definition.kind === 'choice') {
    return <Choice {...{ name, label, onChange }} value={String(value)} options={definition.options} />;
  }
  if (typeof value === 'boolean') return <Check {...{ name, label, value, onChange }} />;
  if (definition.kind === 'moment') return <Moment {...props} />;
  if (definition.kind === 'users' && Array.isArray(value)) {
    return <AuthorsField {...{ name, label, onChange }} users={site.users} chosen={value} />;
  }
  if (Array.isArray(value)) {
    return <Placements {...{ name, label, onChange }} places={site.placements} chosen={value} />;
  }
  return <Text {...props} />;
}

type Slugged = { fields: Pick<EditorFields, 'slug'>; post: { fields: Pick<EditorFields, 'slug'> } };

/** A slug is corrected when its field or the drawer is left; the hint says so before. */
export function tidySlug(detail: Slugged, onChange: OnChange) {
  const slug = tidiedSlug(detail);
  if (slug) onChange({ slug });
}

/** What a typed slug becomes; null where it stays as it is, or cannot become one. */
function tidiedSlug({ fields: { slug: typed }, post }: Slugged) {
  if (typed === post.fields.slug || isTooLongForSlug(typed)) return null;
  const slug = slugify(typed);
  return slug && slug !== typed && !isReserved(slug) ? slug : null;
}

function Text(props: Props) {
  const { name, definition, site, fields, problems, onChange } = props;
  const { kind } = definition;
  const tidied = kind === 'slug' ? tidiedSlug(props) : null;
  return (
    <TextField
      name={name}
      label={definition.drawerLabel ?? definition.label}
      value={String(fields[name])}
      hint={kind === 'slug' ? slugHint(props, tidied) : definition.hint}
      isLong={kind === 'lines' || (kind === 'line' && definition.isLong === true)}
      {...(kind === 'tags' ? { list: site.tags } : {})}
      error={tidied ? undefined : (kind === 'slug' && slugFault(props)) || problems[name]}
      onChange={onChange}
      onBlur={kind === 'slug' ? () => tidySlug(props, onChange) : undefined}
    />
  );
}

function slugHint({ post: { address }, fields: { slug } }: DetailProps, tidied: string | null) {
  if (tidied) return `Becomes “${tidied}” when you leave this field`;
  const base = address.replace(/[^/]*$/, '');
  return slug ? `${base}${slug}` : `${base}… — generated from the title if left empty`;
}

// While typing, reports only what can never become a slug.
function slugFault({ fields: { slug }, post }: DetailProps) {
  if (slug === '' || slug === post.fields.slug) return null;
  if (isTooLongForSlug(slug)) return slugProblem(slug);
  const made = slugify(slug);
  return made === '' || isReserved(made) ? slugProblem(made) : null;
}

type Named = { name: EditorFieldName; label: string; onChange: OnChange };

function Choice(props: Named & { value: string; options: Readonly<Record<string, string>> }) {
  const { name, label, value, options, onChange } = props;
  return (
    <div className="field">
      <label htmlFor={`details-${name}`}>{label}</label>
      <select
        className="select"
        id={`details-${name}`}
        value={value}
        onChange={(event) => onChange({ [name]: event.target.value })}
      >
        {Object.entries(options).map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function Moment({ name, definition, site, fields, onChange }: Props) {
  const id = `details-${name}`;
  return (
    <div className="field">
      <label htmlFor={id}>{definition.label}</label>
      <input
        className="input"
        id={id}
        type="datetime-local"
        value={String(fields[name])}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
      <p className="field__hint" id={`${id}-hint`}>
        {`${definition.hint ?? ''} ${zoneHint(site.zoneName)}`}
      </p>
    </div>
  );
}

function Placements(props: Named & { places: EditorSite['placements']; chosen: string[] }) {
  const { name, label, places, chosen, onChange } = props;
  return (
    <details className="drawer__more" open={chosen.length > 0 || undefined}>
      <summary>{label}</summary>
      {places.map(({ id, name: place }) => (
        <label className="check" key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              onChange({ [name]: target.checked ? [...chosen, id] : chosen.filter((one) => one !== id) })
            }
          />
          <span>{place}</span>
        </label>
      ))}
    </details>
  );
}

function Check({ name, label, value, onChange }: Named & { value: boolean }) {
  return (
    <label className="check">
      <input type="checkbox" checked={value} onChange={(event) => onChange({ [name]: event.target.checked })} />
      <span>{label}</span>
    </label>
  );
}
