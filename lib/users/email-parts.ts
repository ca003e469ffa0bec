import type { Translator } from '@/lib/i18n/translator';
import { env } from '@/lib/platform/env';

export function greetingIn(t: Translator, name: string) {
  return name ? t('email.greeting', { name }) : t('email.greetingNobody');
}

/** The address of a path, as it stands in e-mails. */
export function absolute(path: string) {
  return `${env().siteUrl}${path}`;
}
