import type { Translator } from '@/lib/i18n/translator';

/** The words of the form that adds a passkey. */
export type PasskeyWords = ReturnType<typeof passkeyWords>;

/** In the site's language, for the browser. */
export function passkeyWords(t: Translator) {
  return {
    needsScript: t('passkey.needsScript'),
    unknown: t('passkey.unknown'),
    description: t('passkey.description'),
    add: t('passkey.add'),
  };
}
