'use client';

import { useText } from '#text';
import { useRef } from 'react';
import type { Text } from '@/components/text/text';
import { Field } from '@/components/ui/field';
import { useFirstWrong, useOutdated } from '@/components/ui/form-answer';
import { useFormAction } from '@/components/ui/use-form-action';
import { msg } from '@/lib/i18n/admin/msg';
import type { FormState } from '@/lib/forms/form-state';

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/** Disables a slot for everyone, or enables it again. */
export function SlotSwitch({ action, slotId, isOn }: { action: Action; slotId: string; isOn: boolean }) {
  return <Switch action={action} fields={{ slotId }} isOn={isOn} />;
}

type LineItemProps = { action: Action; slotId: string; lineItemId: string; isOn: boolean };

/** The same for a line item. */
export function LineItemSwitch({ action, slotId, lineItemId, isOn }: LineItemProps) {
  return <Switch action={action} fields={{ slotId, lineItemId }} isOn={isOn} />;
}

function Switch({ action, fields, isOn }: { action: Action; fields: Record<string, string>; isOn: boolean }) {
  const t = useText();
  const [state, formAction, isSending] = useFormAction(action);
  const { ref, isOutdated } = useOutdated(state);
  return (
    <form action={formAction} className="slot-switch">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.message && !isOutdated && (
        <p ref={ref} className="quiet" role={state.status === 'refused' ? 'alert' : 'status'}>
          {state.message}
        </p>
      )}
      <button className="button" name="intent" value={isOn ? 'off' : 'on'} aria-disabled={isSending}>
        {isOn ? t('Disable') : t('Enable')}
      </button>
    </form>
  );
}

type Version = {
  id: string;
  version: number;
  kind: string;
  isInPage: boolean;
  /** What its test found; "" if it was not tested. */
  tested: string;
  summary: string;
  when: string;
  by: string;
};
type VersionsProps = { action: Action; slotId: string; versions: Version[]; liveId: string; mayTrust: boolean };

const SHOWN_AT_ONCE = 5;

const kindNames: Record<string, string> = { code: msg('code'), image: msg('image'), text: msg('text') };

/** The slot's versions; any can be restored. */
export function SlotVersions({ action, slotId, versions, liveId, mayTrust }: VersionsProps) {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const needsPassword = mayTrust && versions.some(({ id, isInPage }) => isInPage && id !== liveId);
  const [state, formAction, isSending] = useFormAction(action);
  const { ref, isOutdated } = useOutdated(state);
  useFirstWrong(form, state);
  return (
    <form ref={form} action={formAction}>
      {/* The first button: the Enter key in the password must not restore whatever version stands on top. */}
      <button hidden disabled>
        {t('Choose a version')}
      </button>
      <input type="hidden" name="slotId" value={slotId} />
      {state.message && !isOutdated && !state.fields.versionPassword && (
        <p
          ref={ref}
          className={`notice notice--${state.status}`}
          role={state.status === 'refused' ? 'alert' : 'status'}
        >
          <span>{state.message}</span>
          {state.values.undo && (
            <button className="notice__action" name="creativeId" value={state.values.undo}>
              {t('Undo')}
            </button>
          )}
        </p>
      )}
      {needsPassword && (
        <Field
          name="versionPassword"
          label={t('Your password')}
          type="password"
          autoComplete="current-password"
          hint={t('Asked for when a version that runs in the page is restored.')}
          error={state.fields.versionPassword}
        />
      )}
      <VersionList {...{ versions: versions.slice(0, SHOWN_AT_ONCE), liveId, isSending }} />
      {versions.length > SHOWN_AT_ONCE && (
        <details>
          <summary>{t('Older versions ({count})', { count: versions.length - SHOWN_AT_ONCE })}</summary>
          <VersionList {...{ versions: versions.slice(SHOWN_AT_ONCE), liveId, isSending }} />
        </details>
      )}
    </form>
  );
}

function kindOf({ version, kind, isInPage }: Version, t: Text) {
  return isInPage
    ? t('Version {version} · {kind}, in the page', { version, kind: t(kindNames[kind] ?? kind) })
    : t('Version {version} · {kind}', { version, kind: t(kindNames[kind] ?? kind) });
}

type ListProps = Pick<VersionsProps, 'versions' | 'liveId'> & { isSending: boolean };

function VersionList({ versions, liveId, isSending }: ListProps) {
  const t = useText();
  return (
    <ul className="rows">
      {versions.map((version) => (
        <li key={version.id} className="row">
          <div className="row__main">
            <span className="row__title">{kindOf(version, t)}</span>
            <p className="row__meta slot-versions__summary" dir="auto">
              {version.summary}
            </p>
            {version.tested && (
              <p className="row__meta slot-versions__tested" dir="auto">
                {t.said(version.tested)}
              </p>
            )}
            <p className="row__meta">
              <span>{version.when}</span>
              <span>{version.by && ` ${t('by {name}', { name: version.by })}`}</span>
            </p>
          </div>
          <div className="row__side">
            {version.id === liveId ? (
              <span className="state" data-tone="live">
                {t('Active')}
              </span>
            ) : (
              <button className="button button--quiet" name="creativeId" value={version.id} aria-disabled={isSending}>
                {t('Restore version {version}', { version: version.version })}
              </button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
