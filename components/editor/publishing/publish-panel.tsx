'use client';

import { useText } from '#text';
import { useEffect, useRef, useState } from 'react';
import { FormNotice } from '@/components/ui/form-notice';
import { idle, type FormState } from '@/lib/forms/form-state';
import { lossesIn } from '@/lib/html/losses';
import { fromWallClock, zoneHint } from '@/lib/time/site-time';
import type { Text } from '@/components/text/text';
import { Points, Stopped } from './points';
import { addressBase } from './address';
import { checksOfFields, publishingFaults, publishingHints } from './checklist';
import { treeOfHtml } from '../document/dom-tree';
import type { EditorPost, EditorSite } from '../editor-post';
import type { EditorFields } from '../fields';

type Props = {
  post: EditorPost;
  site: EditorSite;
  fields: EditorFields;
  problems: Record<string, string>;
  /** Notes on the post that are not resolved. */
  openNotes: number;
  state: FormState;
  isBusy: boolean;
  onPublish: (form: FormData) => void;
  onClose: () => void;
};

type When = 'now' | 'keep' | 'at';

/** The publish panel: hints, publish date and end date. */
export function PublishPanel({ post, site, fields, problems, openNotes, state: answered, ...panel }: Props) {
  const { isBusy, onPublish, onClose } = panel;
  const t = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const isOut = post.state === 'Published' || post.state === 'Scheduled';
  const { state, correct } = useCorrections(answered);
  const [when, setWhen] = useState<When>(post.keptDate ? 'keep' : post.state === 'Scheduled' ? 'at' : 'now');
  const [publishAt, setPublishAt] = useState(post.publishAt);
  const [initialEnd] = useState(hasPassed(post.unpublishAt, site.timeZone) ? '' : post.unpublishAt);
  const [isStopped, setIsStopped] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const checks = checksOfFields(fields, { type: post.type, rules: site.rules, openNotes });
  const faults = publishingFaults(fields, problems, { checks, t });
  const choose = (chosen: When) => {
    setWhen(chosen);
    correct();
  };
  const isPast = when === 'at' && hasPassed(publishAt, site.timeZone);
  const losses = lossesIn(fields.bodyHtml, treeOfHtml(fields.bodyHtml));
  const hints = publishingHints(fields, checks, { losses, language: t.language });
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="publish-title" onClose={onClose}>
      <h2 id="publish-title">{isOut ? t('Update') : t('Publish')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setIsStopped(faults.length > 0);
          if (faults.length > 0) return dialog.current?.querySelector<HTMLElement>('#faults')?.focus();
          onPublish(new FormData(event.currentTarget));
        }}
      >
        <FormNotice state={state} />
        {isStopped && <Stopped point={faults[0]} />}
        <Points id="faults" lead={t('Fix these before you publish:')} points={faults.map(t.said)} isBlocking />
        <Points id="hints" lead={t('Suggestions:')} points={hints.map(t.said)} />
        {fields.slug && !problems.slug && (
          <p className="field quiet">
            {t('URL: {address}', { address: `${addressBase({ post, fields, site })}${fields.slug}` })}
          </p>
        )}
        <WhenChoice {...{ when, keptDate: post.keptDate, choose }} />
        {when === 'at' && (
          <DateField
            name="publishAt"
            label={t('Publish on')}
            value={publishAt}
            onChange={(typed) => {
              setPublishAt(typed);
              correct();
            }}
            hint={t.said(zoneHint(site.zoneName))}
            error={state.fields.publishAt}
          />
        )}
        {when === 'at' && publishAt && <Consequence isPast={isPast} isPublished={post.state === 'Published'} />}
        <DateField
          name="unpublishAt"
          label={t('Unpublish on (optional)')}
          value={initialEnd}
          hint={`${t('Leave empty to keep it published.')} ${t.said(zoneHint(site.zoneName))}`}
          onChange={correct}
          error={state.fields.unpublishAt}
        />
        <div className="form-actions">
          <button className="button button--primary" disabled={isBusy}>
            {isBusy
              ? t('One moment…')
              : verb({ isAhead: when === 'at' && !isPast, isOut: post.state === 'Published' }, t)}
          </button>
          <button type="button" className="button button--quiet" onClick={() => dialog.current?.close()}>
            {t('Cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

type WhenProps = { when: When; keptDate: string; choose: (chosen: When) => void };

function WhenChoice({ when, keptDate, choose }: WhenProps) {
  const t = useText();
  return (
    <fieldset className="fieldset">
      <legend>{t('Publish date')}</legend>
      {keptDate && (
        <Choice
          value="keep"
          now={when}
          name={t('Keep the publish date ({date})', { date: keptDate })}
          onChoose={choose}
        />
      )}
      <Choice value="now" now={when} name={keptDate ? t('Now, with a new date') : t('Now')} onChoose={choose} />
      <Choice value="at" now={when} name={t('Schedule…')} onChoose={choose} />
    </fieldset>
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
  const t = useText();
  if (!isPast && !isPublished) return null;
  const pastSentence = isPublished
    ? t('That date is in the past: the post stays published, with that date.')
    : t('That date is in the past: the post is published at once with that date.');
  return (
    <p className="notice" role="status">
      {isPast ? pastSentence : t('Readers do not see the post until then.')}
    </p>
  );
}

function hasPassed(text: string, timeZone: string) {
  const { moment } = fromWallClock(text, timeZone);
  return moment !== null && moment.getTime() <= Date.now();
}

function verb({ isAhead, isOut }: { isAhead: boolean; isOut: boolean }, t: Text) {
  if (isAhead) return t('Schedule');
  return isOut ? t('Update now') : t('Publish now');
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
