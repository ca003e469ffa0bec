'use client';

import { useText } from '#text';
import type { AdminText } from '@/lib/i18n/admin/admin-text';
import type { FieldDefinition } from '@/lib/posts/fields/field-definition';
import { isReserved, isTooLongForSlug, slugify, slugProblem } from '@/lib/posts/publishing/slugs';
import { addressBase } from '../publishing/address';
import { AuthorsField } from './authors-field';
import type { EditorPost, EditorSite } from '../editor-post';
import type { EditorFieldName, EditorFields } from '../fields';
import { TagsField } from './tags-field';
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
  const t = useText();
  const { name, definition, site, fields, onChange } = props;
  const value = fields[name];
  const label = t(definition.drawerLabel ?? definition.label);
  if (definition.kind === 'choice') {
    return <Choice {...{ name, label, onChange }} value={String(value)} options={definition.options} />;
  }
  if (definition.kind === 'page') return <Parent {...props} label={label} value={String(value)} />;
  if (typeof value === 'boolean') return <Check {...{ name, label, value, onChange }} />;
  if (definition.kind === 'moment') return <Moment {...props} />;
  if (definition.kind === 'users' && Array.isArray(value)) {
    return <AuthorsField {...{ name, label, onChange }} users={site.users} chosen={value} error={faultOf(props, t)} />;
  }
  if (definition.kind === 'tags') {
    return (
      <TagsField {...{ name, label, onChange }} value={String(value)} known={site.tags} error={faultOf(props, t)} />
    );
  }
  if (Array.isArray(value)) {
    return <Placements {...{ name, label, onChange }} places={site.placements} chosen={value} />;
  }
  return <Text {...props} />;
}

type Slugged = { fields: Pick<EditorFields, 'slug' | 'parentId'>; post: { fields: Pick<EditorFields, 'slug'> } };

/** A slug is corrected when its field or the drawer is left; the hint says so before. */
export function tidySlug(detail: Slugged, onChange: OnChange) {
  const slug = tidiedSlug(detail);
  if (slug) onChange({ slug });
}

/** What a typed slug becomes; null where it stays as it is, or cannot become one. */
function tidiedSlug({ fields: { slug: typed, parentId }, post }: Slugged) {
  if (typed === post.fields.slug || isTooLongForSlug(typed)) return null;
  const slug = slugify(typed);
  return slug && slug !== typed && (parentId || !isReserved(slug)) ? slug : null;
}

function Text(props: Props) {
  const t = useText();
  const { name, definition, fields, onChange } = props;
  const { kind } = definition;
  const tidied = kind === 'slug' ? tidiedSlug(props) : null;
  return (
    <TextField
      name={name}
      label={t(definition.drawerLabel ?? definition.label)}
      value={String(fields[name])}
      hint={kind === 'slug' ? slugHint(props, tidied, t) : definition.hint && t(definition.hint)}
      names={kind === 'series' ? props.site.series : undefined}
      isLong={kind === 'lines' || (kind === 'line' && definition.isLong === true)}
      error={tidied ? undefined : faultOf(props, t)}
      onChange={onChange}
      onBlur={kind === 'slug' ? () => tidySlug(props, onChange) : undefined}
    />
  );
}

function faultOf(props: Props, t: AdminText) {
  const fault = (props.definition.kind === 'slug' && slugFault(props)) || props.problems[props.name];
  return fault && t.said(fault);
}

function slugHint(detail: DetailProps, tidied: string | null, t: AdminText) {
  const { slug } = detail.fields;
  if (tidied) return t('Becomes “{slug}” when you leave this field', { slug: tidied });
  const base = addressBase(detail);
  return slug ? `${base}${slug}` : t('{base}… — generated from the title if left empty', { base });
}

// While typing, reports only what can never become a slug.
function slugFault({ fields: { slug, parentId }, post }: DetailProps) {
  if (slug === '' || slug === post.fields.slug) return null;
  if (isTooLongForSlug(slug)) return slugProblem(slug);
  const made = slugify(slug);
  return made === '' || (!parentId && isReserved(made)) ? slugProblem(made) : null;
}

type Named = { name: EditorFieldName; label: string; onChange: OnChange };

function Choice(props: Named & { value: string; options: Readonly<Record<string, string>> }) {
  const t = useText();
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
            {t(words)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Parent({ name, label, value, site, problems, onChange }: Props & { label: string; value: string }) {
  const t = useText();
  const id = `details-${name}`;
  const problem = problems[name];
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        className="select"
        id={id}
        value={value}
        aria-describedby={`${id}-hint`}
        aria-invalid={problem ? true : undefined}
        onChange={(event) => onChange({ [name]: event.target.value })}
      >
        <option value="">{t('None')}</option>
        {site.parents.map((parent) => (
          <option key={parent.id} value={parent.id}>
            {parent.name}
          </option>
        ))}
      </select>
      <p className={problem ? 'field__error' : 'field__hint'} id={`${id}-hint`}>
        {problem ? t.said(problem) : t('The address shows it, such as /about/team.')}
      </p>
    </div>
  );
}

function Moment({ name, definition, site, fields, onChange }: Props) {
  const t = useText();
  const id = `details-${name}`;
  return (
    <div className="field">
      <label htmlFor={id}>{t(definition.label)}</label>
      <input
        className="input"
        id={id}
        type="datetime-local"
        value={String(fields[name])}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
      <p className="field__hint" id={`${id}-hint`}>
        {`${definition.hint ? t(definition.hint) : ''} ${t.said(zoneHint(site.zoneName))}`}
      </p>
    </div>
  );
}

function Placements(props: Named & { places: EditorSite['placements']; chosen: string[] }) {
  const t = useText();
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
          <span>{t(place)}</span>
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
