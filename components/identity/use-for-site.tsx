'use client';

import { useText } from '#text';
import type { Action } from '@/components/ui/action-errors';
import { FieldsForm } from '@/components/ui/fields-form';
import { siteImageRoles } from '@/lib/settings/site-images';
import { siteImageTexts } from './site-image-texts';

/** Makes an image of the library the site's logo, its icon or its social image. */
export function UseForSite({ action, mediaId }: { action: Action; mediaId: string }) {
  const t = useText();
  return (
    <>
      <h2>{t('Use for the site')}</h2>
      <FieldsForm
        action={action}
        submit={t('Use this image')}
        tone="plain"
        isOneOfSeveral
        hidden={{ mediaId, intent: 'save' }}
        fields={[
          {
            name: 'role',
            label: t('Use as'),
            kind: 'select',
            options: siteImageRoles.map((role) => ({ value: role, label: t(siteImageTexts[role].title) })),
          },
        ]}
      />
    </>
  );
}
