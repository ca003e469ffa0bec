'use client';

import { useText } from '#text';
import { FieldsForm } from '@/components/ui/fields-form';
import type { Action } from '@/components/ui/action-errors';
import { ActionForm } from '@/components/comments/action-form';
import { msg } from '@/lib/i18n/admin/msg';
import { formatSeller, relationships, type Seller, type SellerFile } from '@/lib/sellers/ads-txt';

type Props = { action: Action; file: SellerFile };

/** Lines that pasted code asks for, each added by one button. */
export function MissingSellers({ action, file, sellers }: Props & { sellers: (Seller & { slotName: string })[] }) {
  const t = useText();
  return sellers.map(({ slotName, ...seller }) => (
    <div key={formatSeller(seller)} className="notice seller-offer">
      <p>
        <span>{t('The code in “{slot}” asks for this line:', { slot: slotName })}</span>{' '}
        <code dir="ltr">{formatSeller(seller)}</code>
      </p>
      <ActionForm action={action} fields={{ file, ...seller }}>
        <button className="button">{t('Add this line')}</button>
      </ActionForm>
    </div>
  ));
}

export function SellerFields({ action, file }: Props) {
  const t = useText();
  return (
    <FieldsForm
      action={action}
      hidden={{ file }}
      submit={t('Add seller')}
      isOneOfSeveral
      fields={[
        { name: 'domain', label: t('Domain of the ad system'), hint: t('Such as google.com.'), maxLength: 253 },
        {
          name: 'account',
          label: t('Account'),
          hint: t('Your id there, such as pub-1234567890123456.'),
          maxLength: 200,
        },
        {
          name: 'relationship',
          label: t('Relationship'),
          kind: 'select',
          value: 'DIRECT',
          options: relationships.map((value) => ({ value, label: t(relationshipNames[value]) })),
        },
        {
          name: 'certification',
          label: t('Certification authority ID'),
          hint: t('The fourth part of the line, if the network gave you one.'),
          maxLength: 64,
        },
        { name: 'comment', label: t('Comment##remark'), hint: t('For yourself; buyers skip it.'), maxLength: 200 },
      ]}
    />
  );
}

/** Written with `t`. */
const relationshipNames = {
  DIRECT: msg('DIRECT: the account is yours'),
  RESELLER: msg('RESELLER: the account belongs to someone who sells for you'),
};

export function OwnershipForm({ action, file, owner, manager }: Props & { owner: string; manager: string }) {
  const t = useText();
  return (
    <FieldsForm
      action={action}
      hidden={{ file }}
      submit={t('Save')}
      tone="plain"
      isOneOfSeveral
      fields={[
        { name: 'owner', label: t('Owner’s domain (OWNERDOMAIN)'), value: owner, maxLength: 253 },
        {
          name: 'manager',
          label: t('Manager’s domain (MANAGERDOMAIN)'),
          hint: t(
            'The one business that sells all or most of your space. For one country alone, add its two letters: example.com, US.',
          ),
          value: manager,
          maxLength: 260,
        },
      ]}
    />
  );
}
