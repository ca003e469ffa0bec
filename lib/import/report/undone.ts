import type { AdminText } from '@/lib/i18n/admin/admin-text';
import type { UndoReport } from '../running/undoing';
import { describeRemovedRedirects } from './changes-in-words';
import { noCounts } from './counts';
import { countsInWords } from './counts-in-words';

/** What an undo removed and restored, in sentences. */
export function undoneLines({ removed, restored }: Pick<UndoReport, 'removed' | 'restored'>, t: AdminText): string[] {
  const { redirects, ...counts } = removed;
  const what = countsInWords({ ...noCounts(), ...counts }, t) || t('nothing');
  return [
    t('Removed {what}.', { what }),
    ...(redirects > 0 ? [describeRemovedRedirects(redirects, t)] : []),
    ...(restored > 0
      ? [
          t('{count, plural, one {# updated entry is} other {# updated entries are}} back to the earlier version.', {
            count: restored,
          }),
        ]
      : []),
  ];
}
