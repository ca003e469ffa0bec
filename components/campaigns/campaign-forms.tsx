'use client';

import { useText } from '#text';
import type { Action } from '@/components/ui/action-errors';
import { Field } from '@/components/ui/field';
import { FieldsForm } from '@/components/ui/fields-form';
import { FormAnswer } from '@/components/ui/form-answer';
import { useFormAction } from '@/components/ui/use-form-action';

type FieldsProps = {
  action: Action;
  stored: { id: string; name: string; advertiser: string; contactEmail: string };
  advertisers: string[];
};

/** The names of a campaign and of who advertises. */
export function CampaignFields({ action, stored, advertisers }: FieldsProps) {
  const t = useText();
  return (
    <FieldsForm
      action={action}
      hidden={{ id: stored.id }}
      submit={stored.id ? t('Save') : t('Add campaign')}
      fields={[
        { name: 'name', label: t('Name'), value: stored.name, maxLength: 80, hint: t('The advertiser reads it too.') },
        {
          name: 'advertiser',
          label: t('Advertiser'),
          value: stored.advertiser,
          maxLength: 80,
          names: advertisers,
        },
        {
          name: 'contactEmail',
          label: t('Contact (e-mail)'),
          kind: 'email',
          value: stored.contactEmail,
          maxLength: 254,
          hint: t('Only staff see it. May be empty.'),
        },
      ]}
    />
  );
}

/** Archives a campaign, or restores it. */
export function CampaignSwitch({ action, id, isArchived }: { action: Action; id: string; isArchived: boolean }) {
  const t = useText();
  const [state, formAction, isSending] = useFormAction(action);
  return (
    <form action={formAction} className="slot-switch">
      <input type="hidden" name="id" value={id} />
      <FormAnswer state={state} />
      <button className="button" name="intent" value={isArchived ? 'restore' : 'archive'} aria-disabled={isSending}>
        {isArchived ? t('Restore') : t('Archive##verb')}
      </button>
    </form>
  );
}

/** The link for the advertiser, with a button that makes it useless. */
export function ReportLink({ action, id, address }: { action: Action; id: string; address: string | null }) {
  const t = useText();
  const [state, formAction, isSending] = useFormAction(action);
  return (
    <form action={formAction}>
      <input type="hidden" name="id" value={id} />
      <FormAnswer state={state} />
      {address !== null && <Field name="address" label={t('Link to the report')} readOnly value={address} dir="ltr" />}
      <p className="form-actions">
        {address !== null && (
          <a className="button" href={address}>
            {t('Open the report')}
          </a>
        )}
        <button
          className={address === null ? 'button button--primary' : 'button'}
          name="intent"
          value={address === null ? 'create' : 'revoke'}
          aria-disabled={isSending}
        >
          {address === null ? t('Create a link') : t('Revoke the link')}
        </button>
      </p>
    </form>
  );
}
