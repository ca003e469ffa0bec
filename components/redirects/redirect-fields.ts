import type { Text } from '@/components/text/text';
import type { FieldSpec } from '@/components/ui/fields-form';
import {
  kindNames,
  MAX_FROM_LENGTH,
  MAX_TO_LENGTH,
  redirectKinds,
  redirectStatuses,
  statusNames,
} from '@/lib/redirects/redirect';

type Values = { from: string; to?: string; status?: number; kind?: string };

/** The fields of a redirect, new or stored. */
export function redirectFields(t: Text, { from, to = '', status = 301, kind = 'exact' }: Values): FieldSpec[] {
  return [
    {
      name: 'from',
      label: t('From##address'),
      hint: t('A path of this site, such as /old-post. Case and a slash at the end make no difference.'),
      value: from,
      maxLength: MAX_FROM_LENGTH,
      required: true,
    },
    {
      name: 'to',
      label: t('To##address'),
      hint: t('A path of this site or an address of another. Leave it empty for 410 Gone.'),
      value: to,
      maxLength: MAX_TO_LENGTH,
    },
    {
      name: 'status',
      label: t('Status'),
      kind: 'select',
      value: String(status),
      options: redirectStatuses.map((value) => ({ value: String(value), label: t(statusNames[value]) })),
    },
    {
      name: 'kind',
      label: t('What is redirected'),
      hint: t('With all below it, the rest of the path is added to the target.'),
      kind: 'select',
      value: kind,
      options: redirectKinds.map((value) => ({ value, label: t(kindNames[value]) })),
    },
  ];
}
