'use client';

import { useEffect, useRef, useState } from 'react';
import { FormNotice } from '@/components/ui/form-notice';
import type { FormState } from '@/lib/form-state';
import { publishingHints } from './checklist';
import type { EditorPost, EditorSite } from './editor-post';
import type { EditorFields } from './fields';

type Props = {
  post: EditorPost;
  site: EditorSite;
  fields: EditorFields;
  state: FormState;
  isBusy: boolean;
  onPublish: (form: FormData) => void;
  onClose: () => void;
};

/** The last look before readers see it: hints, when it appears, and for how long. */
export function PublishPanel({ post, site, fields, state, isBusy, onPublish, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOut = post.state === 'Live' || post.state === 'Scheduled';
  const [when, setWhen] = useState<'now' | 'keep' | 'at'>(
    post.state === 'Live' ? 'keep' : post.state === 'Scheduled' ? 'at' : 'now',
  );
  useEffect(() => dialog.current?.showModal(), []);
  const hints = publishingHints(fields);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="publish-title" onClose={onClose}>
      <h2 id="publish-title">{isOut ? 'Update' : 'Publish'}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onPublish(new FormData(event.currentTarget));
        }}
      >
        <FormNotice state={state} />
        {hints.length > 0 && (
          <div className="hints">
            <p>Worth a look, but no barrier:</p>
            <ul>
              {hints.map((hint) => (
                <li key={hint}>{hint}</li>
              ))}
            </ul>
          </div>
        )}
        <fieldset className="fieldset">
          <legend>When readers see it</legend>
          {post.state === 'Live' && <When value="keep" now={when} name="Keep its date" onChoose={setWhen} />}
          <When
            value="now"
            now={when}
            name={post.state === 'Live' ? 'Now, with a new date' : 'Now'}
            onChoose={setWhen}
          />
          <When value="at" now={when} name="At a date…" onChoose={setWhen} />
        </fieldset>
        {when === 'at' && (
          <DateField
            name="publishAt"
            label="Appears"
            value={post.publishAt}
            hint={`In the site’s time: ${site.zoneName}`}
            error={state.fields.publishAt}
          />
        )}
        <DateField
          name="unpublishAt"
          label="Disappears"
          value={post.unpublishAt}
          hint={`Leave empty to keep it out. ${site.zoneName}`}
          error={state.fields.unpublishAt}
        />
        <div className="form-acts">
          <button className="button button--primary" disabled={isBusy}>
            {isBusy ? 'One moment…' : verb(when, isOut)}
          </button>
          <button type="button" className="button button--quiet" onClick={() => dialog.current?.close()}>
            Not yet
          </button>
        </div>
      </form>
    </dialog>
  );
}

function verb(when: string, isOut: boolean) {
  if (when === 'at') return 'Schedule';
  return isOut ? 'Update now' : 'Publish now';
}

type WhenProps<T extends string> = { value: T; now: string; name: string; onChoose: (value: T) => void };

function When<T extends string>({ value, now, name, onChoose }: WhenProps<T>) {
  return (
    <label className="check">
      <input type="radio" name="when" value={value} checked={now === value} onChange={() => onChoose(value)} />
      <span>{name}</span>
    </label>
  );
}

type DateProps = { name: string; label: string; value: string; hint: string; error?: string | undefined };

function DateField({ name, label, value, hint, error }: DateProps) {
  const id = `publish-${name}`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p className="field__hint" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        className="input"
        id={id}
        name={name}
        type="datetime-local"
        defaultValue={value}
        aria-describedby={`${id}-hint${error ? ` ${id}-error` : ''}`}
        aria-invalid={error ? true : undefined}
      />
      {error && (
        <p className="field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
