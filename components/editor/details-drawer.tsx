'use client';

import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { EditorCover, EditorPost, EditorSite } from './editor-post';
import { isReserved, slugify, slugProblem } from '@/lib/posts/slugs';
import type { EditorFields } from './fields';
import { CoverField } from './cover-field';
import { TextField, type TextMore, type TextName } from './text-field';

type Props = {
  post: EditorPost;
  site: EditorSite;
  fields: EditorFields;
  problems: Record<string, string>;
  cover: EditorCover | null;
  onCover: (cover: EditorCover | null) => void;
  onChange: (changes: Partial<EditorFields>) => void;
  onClose: () => void;
  children: ReactNode;
};

/** Everything about a post that is not its text. What is entered here is saved by itself, like the text. */
export function DetailsDrawer(props: Props) {
  const { post, site, fields, problems, cover, onCover, onChange, onClose, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const tidySlug = () => {
    const slug = slugify(fields.slug);
    if (slug && slug !== fields.slug) onChange({ slug });
  };
  const text = (name: TextName, label: string, more: TextMore = {}) => (
    <TextField
      key={name}
      {...{ name, label, ...more }}
      value={fields[name]}
      error={(name === 'slug' && problemOf(fields.slug)) || problems[name]}
      onChange={onChange}
      onBlur={name === 'slug' ? tidySlug : undefined}
    />
  );
  return (
    <dialog ref={dialog} className="drawer" aria-labelledby="details-title" onClose={() => (tidySlug(), onClose())}>
      <div className="drawer__head">
        <h2 id="details-title">Details</h2>
        <button type="button" className="button button--quiet" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      {text('slug', 'Address', { hint: `${post.address.replace(/[^/]*$/, '')}… — made from the title if left empty` })}
      {post.type === 'post' && text('tags', 'Tags', { hint: 'Separated by commas', list: site.tags })}
      {text('excerpt', 'Excerpt', { hint: 'One or two sentences for lists, feeds and search engines', isLong: true })}
      <CoverField {...{ fields, problems, cover, onCover, onChange }} />
      {site.mayChooseAuthors && <AuthorsField people={site.people} chosen={fields.authorIds} onChange={onChange} />}
      <Choice
        name="commentsMode"
        label="Comments"
        value={fields.commentsMode}
        options={[
          ['open', 'Open'],
          ['closed', 'Closed: existing comments stay'],
          ['off', 'Off: no comments at all'],
        ]}
        onChange={onChange}
      />
      <Choice
        name="adsMode"
        label="Ad slots"
        value={fields.adsMode}
        options={[
          ['on', 'Default'],
          ['own', 'Only our own images and texts, no pasted code'],
          ['off', 'None here'],
        ]}
        onChange={onChange}
      />
      {fields.adsMode !== 'off' && <EmptyPlaces places={site.places} chosen={fields.adsOff} onChange={onChange} />}
      {post.type === 'post' && site.mayChooseAuthors && (
        <Check name="pinned" label="Pin to the top of the home page" value={fields.pinned} onChange={onChange} />
      )}
      {fields.pinned && site.mayChooseAuthors && (
        <div className="field">
          <label htmlFor="details-pinned-until">Pinned until</label>
          <input
            className="input"
            id="details-pinned-until"
            type="datetime-local"
            value={fields.pinnedUntil}
            aria-describedby="details-pinned-until-hint"
            onChange={(event) => onChange({ pinnedUntil: event.target.value })}
          />
          <p className="field__hint" id="details-pinned-until-hint">
            {`Leave empty for no end date. ${site.zoneName}`}
          </p>
        </div>
      )}
      <details className="drawer__more">
        <summary>Search engines and feeds</summary>
        {text('seoTitle', 'Meta title', { hint: 'The post’s own title if left empty' })}
        {text('seoDescription', 'Meta description', { hint: 'The excerpt if left empty', isLong: true })}
        {text('canonicalUrl', 'Canonical URL', { hint: 'If this was first published on another site' })}
        <Check name="noindex" label="Hide from search engines (noindex)" value={fields.noindex} onChange={onChange} />
      </details>
      {children}
    </dialog>
  );
}

// What is still being typed may become a slug; only what cannot is said at once.
function problemOf(slug: string) {
  const made = slugify(slug);
  return slug && (made === '' || isReserved(made)) ? slugProblem(made) : null;
}

type OnChange = (changes: Partial<EditorFields>) => void;

type ChoiceProps = {
  name: 'commentsMode' | 'adsMode';
  label: string;
  value: string;
  options: [string, string][];
  onChange: OnChange;
};

function Choice({ name, label, value, options, onChange }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={`details-${name}`}>{label}</label>
      <select
        className="select"
        id={`details-${name}`}
        value={value}
        onChange={(event) => onChange({ [name]: event.target.value })}
      >
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function EmptyPlaces(props: { places: EditorSite['places']; chosen: string[]; onChange: OnChange }) {
  const { places, chosen, onChange } = props;
  return (
    <details className="drawer__more" open={chosen.length > 0 || undefined}>
      <summary>Turn off individual placements</summary>
      {places.map(({ id, name }) => (
        <label className="check" key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              onChange({ adsOff: target.checked ? [...chosen, id] : chosen.filter((one) => one !== id) })
            }
          />
          <span>{name}</span>
        </label>
      ))}
    </details>
  );
}

function Check(props: { name: 'pinned' | 'noindex'; label: string; value: boolean; onChange: OnChange }) {
  const { name, label, value, onChange } = props;
  return (
    <label className="check">
      <input type="checkbox" checked={value} onChange={(event) => onChange({ [name]: event.target.checked })} />
      <span>{label}</span>
    </label>
  );
}

type AuthorsProps = { people: EditorSite['people']; chosen: string[]; onChange: OnChange };

function AuthorsField({ people, chosen, onChange }: AuthorsProps) {
  const [wanted, setWanted] = useState('');
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (
    <fieldset className="fieldset">
      <legend>Authors</legend>
      <ul className="plain-list">
        {chosen.map((id) => (
          <li key={id}>
            <span>{names.get(id) ?? 'Former author'}</span>
            {chosen.length > 1 && (
              <button
                type="button"
                className="button button--quiet"
                onClick={() => onChange({ authorIds: chosen.filter((one) => one !== id) })}
              >
                Take off<span className="hidden-visually"> {names.get(id)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <select
        className="select"
        aria-label="Add an author"
        value={wanted}
        onChange={(event) => {
          setWanted('');
          if (event.target.value) onChange({ authorIds: [...chosen, event.target.value] });
        }}
      >
        <option value="">Add an author…</option>
        {people
          .filter(({ id }) => !chosen.includes(id))
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
    </fieldset>
  );
}
