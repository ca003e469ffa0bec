'use client';

import { useEffect, useRef, useState } from 'react';
import { FormNotice } from '@/components/ui/form-notice';
import { idle, type FormState } from '@/lib/forms/form-state';
import { lossesIn } from '@/lib/html/losses';
import { fromWallClock, zoneHint } from '@/lib/time/site-time';
import { publishingFaults, publishingHints } from './checklist';
import { treeOfHtml } from '../document/dom-tree';
import type { EditorPost, EditorSite } from '../editor-post';
import type { EditorFields } from '../fields';

type Props = {
  post: EditorPost;
  site: EditorSite;
  fields: EditorFields;
  problems: Record<string, string>;
  state: FormState;
  isBusy: boolean;
  onPublish: (form: FormData) => void;
  onClose: () => void;
};

type When = 'now' | 'keep' | 'at';

/** The publish panel: hints, publish date and end date. */
export function PublishPanel({ post, site, fields, problems, state: answered, isBusy, onPublish, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOut = post.state === 'Published' || post.state === 'Scheduled';
  const { state, correct } = useCorrections(answered);
  const [when, setWhen] = useState<When>(post.keptDate ? 'keep' : post.state === 'Scheduled' ? 'at' : 'now');
  const [publishAt, setPublishAt] = useState(post.publishAt);
  const [initialEnd] = useState(hasPassed(post.unpublishAt, site.timeZone) ? '' : post.unpublishAt);
  useEffect(() => dialog.current?.showModal(), []);
  const faults = publishingFaults(fields, problems);
  const choose = (chosen: When) => {
    setWhen(chosen);
    correct();
  };
  const isPast = when === 'at' && hasPassed(publishAt, site.timeZone);
  const hints = publishingHints(fields, lossesIn(fields.bodyHtml, treeOfHtml(fields.bodyHtml)));
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="publish-title" onClose={onClose}>
      <h2 id="publish-title">{isOut ? 'Update' : 'Publish'}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (faults.length > 0) return dialog.current?.querySelector<HTMLElement>('#faults')?.focus();
          onPublish(new FormData(event.currentTarget));
        }}
      >
        <FormNotice state={state} />
        <Points id="faults" lead="Fix these before you publish:" points={faults} />
        <Points id="hints" lead="Suggestions:" points={hints} />
        {fields.slug && !problems.slug && (
          <p className="field quiet">{`URL: ${post.address.replace(/[^/]*$/, '')}${fields.slug}`}</p>
        )}
        <fieldset className="fieldset">
          <legend>Publish date</legend>
          {post.keptDate && (
            <Choice value="keep" now={when} name={`Keep the publish date (${post.keptDate})`} onChoose={choose} />
          )}
          <Choice value="now" now={when} name={post.keptDate ? 'Now, with a new date' : 'Now'} onChoose={choose} />
          <Choice value="at" now={when} name="Schedule…" onChoose={choose} />
        </fieldset>
        {when === 'at' && (
          <DateField
            name="publishAt"
            label="Publish on"
            value={publishAt}
            onChange={(typed) => {
              setPublishAt(typed);
              correct();
            }}
            hint={zoneHint(site.zoneName)}
            error={state.fields.publishAt}
          />
        )}
        {when === 'at' && publishAt && <Consequence isPast={isPast} isPublished={post.state === 'Published'} />}
        <DateField
          name="unpublishAt"
          label="Unpublish on (optional)"
          value={initialEnd}
          hint={`Leave empty to keep it published. ${zoneHint(site.zoneName)}`}
          onChange={correct}
          error={state.fields.unpublishAt}
        />
        <div className="form-actions">
          <button className="button button--primary" disabled={isBusy}>
            {isBusy ? 'One moment…' : verb({ isAhead: when === 'at' && !isPast, isOut: post.state === 'Published' })}
          </button>
          <button type="button" className="button button--quiet" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** What was wrong with the dates is no longer said once one of them is changed. */
function useCorrections(answered: FormState) {
  const [corrected, setCorrected] = useState<FormState | null>(null);
  const isAboutDates = Boolean(answered.fields.publishAt ?? answered.fields.unpublishAt);
  const state = answered === corrected && isAboutDates ? idle : answered;
  return { state, correct: () => setCorrected(answered) };
}

/** What a date means that readers may not expect. */
function Consequence({ isPast, isPublished }: { isPast: boolean; isPublished: boolean }) {
  if (!isPast && !isPublished) return null;
  const pastSentence = isPublished
    ? 'That date is in the past: the post stays published, with that date.'
    : 'That date is in the past: the post is published at once with that date.';
  return (
    <p className="notice" role="status">
      {isPast ? pastSentence : 'Readers do not see the post until then.'}
    </p>
  );
}

function Points({ id, lead, points }: { id: string; lead: string; points: string[] }) {
  if (points.length === 0) return null;
  return (
    <div className="hints" id={id} tabIndex={-1}>
      <p>{lead}</p>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
}

function hasPassed(text: string, timeZone: string) {
  const { moment } = fromWallClock(text, timeZone);
  return moment !== null && moment.getTime() <= Date.now();
}

function verb({ isAhead, isOut }: { isAhead: boolean; isOut: boolean }) {
  if (isAhead) return 'Schedule';
  return isOut ? 'Update now' : 'Publish now';
}

type ChoiceProps = { value: When; now: When; name: string; onChoose: (value: When) => void };

function Choice({ value, now, name, onChoose }: ChoiceProps) {
  return (
    <label className="check">
      <input type="radio" name="when" value={value} checked={now === value} onChange={() => onChoose(value)} />
      <span>{name}</span>
    </label>
  );
}

type DateProps = {
  name: string;
  label: string;
  value: string;
  hint: string;
  error?: string | undefined;
  onChange?: (value: string) => void;
};

function DateField({ name, label, value, hint, error, onChange }: DateProps) {
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
        onChange={(event) => onChange?.(event.target.value)}
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
