'use client';

import { useAct } from '@/components/ui/act';
import { Field, Select, TextArea } from '@/components/ui/field';
import { FormAnswer } from '@/components/ui/form-answer';
import { AT_LONG_FORM } from '@/components/ui/long-form';
import { paths } from '@/lib/paths';
import { fieldNames } from './fields';
import type { EditorAction, EditorPost, EditorSite } from './editor-post';

/** One action for the whole form: `act` says which button was pressed. */
export type PlainActions = { save: EditorAction };

type Props = { post: EditorPost; site: EditorSite; plain: PlainActions };

/** The editor without a script: every field, the text as HTML, and one form that saves it all. */
export function PlainEditor({ post, site, plain }: Props) {
  const [state, action] = useAct(plain.save, AT_LONG_FORM);
  const value = (name: keyof EditorPost['fields']) => state.values[name] ?? String(post.fields[name]);
  const listOf = (name: 'adsOff' | 'authorIds') => state.values[name]?.split(', ') ?? post.fields[name];
  const field = (name: keyof EditorPost['fields'], label: string, hint?: string) => (
    <Field name={name} label={label} hint={hint} error={state.fields[name]} defaultValue={value(name)} />
  );
  return (
    <form id={AT_LONG_FORM.slice(1)} action={action} className="plain-editor">
      <FormAnswer state={state} labels={fieldNames} />
      {post.state === 'Bin' && <InTrash type={post.type} />}
      {state.values.losses && (
        <p className="notice" role="status">
          {state.values.losses}
        </p>
      )}
      {state.values.view && (
        <p>
          <a href={state.values.view}>View it</a>
        </p>
      )}
      <input type="hidden" name="id" value={post.id} />
      <input type="hidden" name="version" value={state.values.version ?? post.version} />
      {field('title', 'Title')}
      {field('subtitle', 'Subtitle')}
      <TextArea
        name="bodyHtml"
        label="Text, as HTML"
        rows={20}
        error={state.fields.bodyHtml}
        defaultValue={value('bodyHtml')}
      />
      {field('slug', 'Address', 'Made from the title if left empty')}
      {field('tags', 'Tags', 'Separated by commas')}
      <TextArea name="excerpt" label="Excerpt" rows={3} error={state.fields.excerpt} defaultValue={value('excerpt')} />
      <Select name="commentsMode" label="Comments" defaultValue={value('commentsMode')}>
        <option value="open">Open</option>
        <option value="closed">Closed</option>
        <option value="off">Off</option>
      </Select>
      <Select name="adsMode" label="Ad slots" defaultValue={value('adsMode')}>
        <option value="on">Default</option>
        <option value="own">Only our own images and texts</option>
        <option value="off">None here</option>
      </Select>
      <Checks name="adsOff" legend="Placements turned off" options={site.places} chosen={listOf('adsOff')} />
      <Select name="coverId" label="Cover" defaultValue={value('coverId')}>
        <option value="">None</option>
        {site.pictures.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <p className="quiet">
        Pictures come from the <a href={paths.admin.media()}>library</a>; save first, then add one there.
      </p>
      {field('coverAlt', 'Cover alt text')}
      {field('coverCaption', 'Cover caption')}
      {field('coverCredit', 'Cover credit')}
      {site.mayChooseAuthors && (
        <>
          <Checks name="authorIds" legend="Authors" options={site.people} chosen={listOf('authorIds')} />
          {post.type === 'post' && (
            <>
              <Select name="pinned" label="Top of the home page" defaultValue={value('pinned')}>
                <option value="false">Not pinned</option>
                <option value="true">Pinned</option>
              </Select>
              <Field
                name="pinnedUntil"
                type="datetime-local"
                label="Pinned until"
                hint={`Leave empty for no end date. ${site.zoneName}`}
                error={state.fields.pinnedUntil}
                defaultValue={value('pinnedUntil')}
              />
            </>
          )}
        </>
      )}
      {field('seoTitle', 'Meta title')}
      {field('seoDescription', 'Meta description')}
      {field('canonicalUrl', 'Canonical URL')}
      <Select name="noindex" label="Search engines" defaultValue={value('noindex')}>
        <option value="false">May list it</option>
        <option value="true">Are asked not to list it</option>
      </Select>
      <Field
        name="publishAt"
        type="datetime-local"
        label="Appears"
        hint={`Empty: now. ${site.zoneName}`}
        error={state.fields.publishAt}
        defaultValue={state.values.publishAt ?? post.publishAt}
      />
      <Acts state={post.state} isPast={state.values.isPast === 'yes'} />
    </form>
  );
}

/** `isPast`: the date that was sent is in the past, and the form has come back once to say so. */
function Acts({ state, isPast }: { state: EditorPost['state']; isPast: boolean }) {
  return (
    <div className="form-acts">
      <button className="button button--primary" name="act" value="save">
        Save
      </button>
      <button className="button" name="act" value="publish">
        {state === 'Live' ? 'Update' : 'Publish'}
      </button>
      {isPast && (
        <button className="button" name="act" value="publish-past">
          Publish now with this date
        </button>
      )}
      {state !== 'Draft' && state !== 'Bin' && (
        <button className="button" name="act" value="unpublish">
          Unpublish
        </button>
      )}
      <button className="button" name="act" value={state === 'Bin' ? 'restore' : 'trash'}>
        {state === 'Bin' ? 'Restore from the bin' : 'Move to the bin'}
      </button>
    </div>
  );
}

/** Restores with what stands in the form, of which nothing is lost. */
function InTrash({ type }: { type: EditorPost['type'] }) {
  return (
    <>
      {/* What Enter in a field means. */}
      <button className="hidden-visually" name="act" value="save" tabIndex={-1} aria-hidden />
      <div className="notice">
        <span>{`This ${type} is in the Trash.`}</span>
        <button className="notice__act" name="act" value="restore">
          Restore
        </button>
      </div>
    </>
  );
}

type ChecksProps = { name: string; legend: string; options: { id: string; name: string }[]; chosen: string[] };

function Checks({ name, legend, options, chosen }: ChecksProps) {
  return (
    <fieldset className="fieldset">
      <legend>{legend}</legend>
      {/* Sent even when nothing is ticked, so that taking the last tick away counts. */}
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
