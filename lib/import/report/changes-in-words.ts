import type { AdminText } from '@/lib/i18n/admin/admin-text';
import { listed } from './counts-in-words';
import type { ImportReport } from './report';

/** New redirects only: those of earlier imports are not counted again. */
export function describeRedirects({ redirects, dryRun }: Pick<ImportReport, 'redirects' | 'dryRun'>, t: AdminText) {
  const count = redirects;
  if (dryRun) {
    if (count === 0) return t('No redirect would have to be added.');
    return t(
      '{count, plural, one {# old address would lead to the new one.} other {# old addresses would lead to the new ones.}}',
      { count },
    );
  }
  if (count === 0) return t('No redirect had to be added.');
  return t('{count, plural, one {# old address leads to the new one.} other {# old addresses lead to the new ones.}}', {
    count,
  });
}

export function describeRemovedRedirects(count: number, t: AdminText) {
  return t('{count, plural, one {# old address is} other {# old addresses are}} no longer redirected.', { count });
}

/** "2 drafts and 1 private post"; "" for nothing. */
export function describeHidden(hidden: ImportReport['hidden'], t: AdminText) {
  const { drafts, scheduled, private: alone, trashed, comments } = hidden;
  const parts = [
    drafts && t('{count, plural, one {# draft} other {# drafts}}', { count: drafts }),
    scheduled && t('{count, plural, one {# scheduled post} other {# scheduled posts}}', { count: scheduled }),
    alone && t('{count, plural, one {# private post} other {# private posts}}', { count: alone }),
    trashed && t('{count, plural, one {# post in the trash} other {# posts in the trash}}', { count: trashed }),
    comments &&
      t('{count, plural, one {# pending or removed comment} other {# pending or removed comments}}', {
        count: comments,
      }),
  ];
  return listed(
    parts.filter((part) => part !== 0),
    t,
  );
}
