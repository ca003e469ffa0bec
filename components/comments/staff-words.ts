import type { Text } from '@/components/text/text';
import type { StaffWords } from '@/lib/comments/viewer-state';

/** What the tools of staff beside an article and its comments say, in the language of their dashboard. */
export function staffWords(t: Text): StaffWords {
  return {
    language: t.language,
    edit: t('Edit post'),
    moderate: t('Moderate'),
    pin: t('Pin'),
    unpin: t('Unpin'),
    pick: t('Mark as author’s pick'),
    unpick: t('Unmark as author’s pick'),
    ofComment: t(' the comment by {name}', { name: '{name}' }),
  };
}
