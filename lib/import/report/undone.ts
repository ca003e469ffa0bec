import { describeRemovedRedirects, inWords, noCounts } from './report';
import type { UndoReport } from '../running/undoing';

/** What an undo removed and restored, in sentences. */
export function undoneLines({ removed, restored }: Pick<UndoReport, 'removed' | 'restored'>): string[] {
  const { redirects, ...counts } = removed;
  return [
    `Removed ${inWords({ ...noCounts(), ...counts }) || 'nothing'}.`,
    ...(redirects > 0 ? [describeRemovedRedirects(redirects)] : []),
    ...(restored > 0
      ? [`${restored} updated ${restored === 1 ? 'entry is' : 'entries are'} back to the earlier version.`]
      : []),
  ];
}
