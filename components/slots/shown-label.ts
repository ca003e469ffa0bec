import type { Translator } from '@/lib/i18n/translator';
import { DEFAULT_LABEL } from '@/lib/slots/slot';

/** What stands above a slot: the owner's words, or the default in the site's language. */
export function shownLabel(label: string, t: Translator) {
  return label === DEFAULT_LABEL ? t('slot.advertisement') : label;
}
