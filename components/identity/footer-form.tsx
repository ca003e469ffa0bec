'use client';

import { useText } from '#text';
import type { Action } from '@/components/ui/action-errors';
import { FieldsForm, type FieldSpec } from '@/components/ui/fields-form';
import { MAX_SOCIAL_LINKS, socialFields, type SocialLink } from '@/lib/settings/identity';
import type { Text } from '@/components/text/text';

/** Beside the links there are, so that more can be added without JavaScript. */
const EMPTY_ROWS = 2;

type Props = {
  action: Action;
  shown: string;
  settings: { copyright: string; footerText: string; socialLinks: SocialLink[] };
};

/** The texts of the footer and the site's accounts elsewhere. */
export function FooterForm({ action, shown, settings: { copyright, footerText, socialLinks } }: Props) {
  const t = useText();
  const rows = Math.min(MAX_SOCIAL_LINKS, socialLinks.length + EMPTY_ROWS);
  return (
    <FieldsForm
      action={action}
      submit={t('Save changes')}
      isOneOfSeveral
      shown={shown}
      fields={[
        {
          name: 'copyright',
          label: t('Copyright line'),
          value: copyright,
          maxLength: 200,
          hint: t('Such as “© 2026 The Harbour Paper”.'),
        },
        { name: 'footerText', label: t('Footer text'), kind: 'area', rows: 3, value: footerText, maxLength: 1_000 },
        ...Array.from({ length: rows }, (_, index) => linkFields(index + 1, socialLinks[index], t)).flat(),
      ]}
    />
  );
}

function linkFields(number: number, link: SocialLink | undefined, t: Text): FieldSpec[] {
  const { name, url } = socialFields(number);
  return [
    {
      name,
      label: t('Name of link {number, number}', { number }),
      value: link?.name ?? '',
      maxLength: 60,
      ...(number === 1 ? { hint: t('Such as “Mastodon”. To remove a link, empty both fields.') } : {}),
    },
    { name: url, label: t('Address of link {number, number}', { number }), value: link?.url ?? '', maxLength: 500 },
  ];
}
