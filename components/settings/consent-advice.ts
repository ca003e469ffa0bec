import type { AdminText } from '@/lib/i18n/admin/admin-text';
import { consentNeed, type LiveCode } from '@/lib/slots/consent';

/** Whether the code of the present slots needs a consent platform, as a sentence for the settings. */
export function consentAdvice(live: readonly LiveCode[], t: AdminText): string {
  const { kind, slots } = consentNeed(live);
  switch (kind) {
    case 'nothing':
      return t('No slot has code that needs consent now, so nobody is asked and no consent platform is needed.');
    case 'platform':
      return t(
        '{slots}: for readers in the EEA, the UK and Switzerland this network asks for a certified consent platform (IAB TCF).',
        {
          slots: slots
            .map(({ name, network }) => t('“{name}” has {network}##consent', { name, network: network ?? '' }))
            .join(', '),
        },
      );
    case 'unknown':
      return t(
        'No consent platform (IAB TCF) is needed for the networks that are known here. Ask the provider of the code in {slots}.',
        { slots: slots.map(({ name }) => t('“{title}”', { title: name })).join(', ') },
      );
    case 'no-auction':
      return t(
        'No consent platform (IAB TCF) is needed for the present slots: none of their networks sells by auction. The notice of this site is enough.',
      );
  }
}
