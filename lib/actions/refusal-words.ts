import 'server-only';
import { translatorOf } from '@/lib/i18n/translator';
import type { RefusalWords } from '@/lib/forms/answer-status';

/** The words around a refusal whose form is not on its page any more. */
export function refusalWords(language: string): RefusalWords {
  const t = translatorOf(language);
  return {
    copy: t('refusal.copy'),
    typed: t('refusal.typed'),
    signIn: t('layout.signIn'),
    again: t('refusal.again'),
    home: t('refusal.home'),
  };
}
