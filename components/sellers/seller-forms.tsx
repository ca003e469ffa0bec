'use client';

import { FieldsForm } from '@/components/ui/fields-form';
import type { Action } from '@/components/ui/action-errors';
import { ActionForm } from '@/components/comments/action-form';
import { formatSeller, relationships, type Seller, type SellerFile } from '@/lib/sellers/ads-txt';

type Props = { action: Action; file: SellerFile };

/** Lines that pasted code asks for, each added by one button. */
export function MissingSellers({ action, file, sellers }: Props & { sellers: (Seller & { slotName: string })[] }) {
  return sellers.map(({ slotName, ...seller }) => (
    <div key={formatSeller(seller)} className="notice seller-offer">
      <p>
        <span>{`The code in “${slotName}” asks for this line:`}</span> <code dir="ltr">{formatSeller(seller)}</code>
      </p>
      <ActionForm action={action} fields={{ file, ...seller }}>
        <button className="button">Add this line</button>
      </ActionForm>
    </div>
  ));
}

export function SellerFields({ action, file }: Props) {
  return (
    <FieldsForm
      action={action}
      hidden={{ file }}
      submit="Add seller"
      isOneOfSeveral
      fields={[
        { name: 'domain', label: 'Domain of the ad system', hint: 'Such as google.com.', maxLength: 253 },
        { name: 'account', label: 'Account', hint: 'Your id there, such as pub-1234567890123456.', maxLength: 200 },
        {
          name: 'relationship',
          label: 'Relationship',
          kind: 'select',
          value: 'DIRECT',
          options: relationships.map((value) => ({ value, label: relationshipNames[value] })),
        },
        {
          name: 'certification',
          label: 'Certification authority ID',
          hint: 'The fourth part of the line, if the network gave you one.',
          maxLength: 64,
        },
        { name: 'comment', label: 'Comment', hint: 'For yourself; buyers skip it.', maxLength: 200 },
      ]}
    />
  );
}

const relationshipNames = {
  DIRECT: 'DIRECT: the account is yours',
  RESELLER: 'RESELLER: the account belongs to someone who sells for you',
};

export function OwnershipForm({ action, file, owner, manager }: Props & { owner: string; manager: string }) {
  return (
    <FieldsForm
      action={action}
      hidden={{ file }}
      submit="Save"
      tone="plain"
      isOneOfSeveral
      fields={[
        { name: 'owner', label: 'Owner’s domain (OWNERDOMAIN)', value: owner, maxLength: 253 },
        {
          name: 'manager',
          label: 'Manager’s domain (MANAGERDOMAIN)',
          hint: 'The one business that sells all or most of your space. For one country alone, add its two letters: example.com, US.',
          value: manager,
          maxLength: 260,
        },
      ]}
    />
  );
}
