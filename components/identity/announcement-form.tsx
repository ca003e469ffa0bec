'use client';

import { useText } from '#text';
import type { Action } from '@/components/ui/action-errors';
import { FieldsForm } from '@/components/ui/fields-form';
import type { AnnouncementSettings } from '@/lib/settings/identity';

type Props = { action: Action; shown: string; settings: AnnouncementSettings };

/** The line above the header: its text, one link, and its last day. */
export function AnnouncementForm({ action, shown, settings }: Props) {
  const t = useText();
  return (
    <FieldsForm
      action={action}
      submit={t('Save changes')}
      isOneOfSeveral
      shown={shown}
      fields={[
        {
          name: 'announcementOn',
          label: t('Show the announcement'),
          kind: 'check',
          checked: settings.announcementOn,
        },
        { name: 'announcementText', label: t('Text'), value: settings.announcementText, maxLength: 240 },
        {
          name: 'announcementLink',
          label: t('Link'),
          value: settings.announcementLink,
          maxLength: 500,
          hint: t('An https address, or a path of this site such as /about. Optional.'),
        },
        {
          name: 'announcementLinkText',
          label: t('Text of the link'),
          value: settings.announcementLinkText,
          maxLength: 80,
          hint: t('Without it, the whole announcement is the link.'),
        },
        {
          name: 'announcementUntil',
          label: t('Last day'),
          kind: 'date',
          value: settings.announcementUntil,
          hint: t('In the site’s time zone, {zone}. Without it, the announcement stays until you switch it off.', {
            zone: settings.timeZone,
          }),
        },
      ]}
    />
  );
}
