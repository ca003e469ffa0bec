'use client';

import { useRouter } from 'next/navigation';
import { useEffect, type ReactNode } from 'react';
import { useText } from '#text';
import { paths } from '@/lib/web/paths';
import type { EditorPost } from '../editor-post';

type Props = {
  postId: string;
  revisions: EditorPost['revisions'];
  /** Whether the post was saved since they were read. */
  isOutdated: boolean;
  onRestore: (id: string) => void;
};

/** The revision history. Restoring a revision adds a new one. */
export function RevisionList({ postId, revisions, isOutdated, onRestore }: Props) {
  const t = useText();
  const { refresh } = useRouter();
  useEffect(() => {
    if (isOutdated) refresh();
  }, [isOutdated, refresh]);
  return (
    <section aria-labelledby="revisions-title" className="drawer__part">
      <h3 id="revisions-title">{t('Revision history')}</h3>
      {revisions.length === 0 && <p className="quiet">{t('No revisions yet. Each save is listed here.')}</p>}
      {revisions.length > 1 && (
        <p>
          <a href={paths.admin.revisions(postId)}>{t('Compare versions')}</a>
        </p>
      )}
      <ul className="plain-list">
        {revisions.map(({ id, when, who, what }) => (
          <li key={id}>
            <span>
              <span>{when}</span>{' '}
              <span className="quiet">
                <span>{t(what)}</span>
                <span>{who && `, ${who}`}</span>
              </span>
            </span>
            <button type="button" className="button button--quiet" onClick={() => onRestore(id)}>
              {t.rich('Restore<hidden> the version of {when}</hidden>', { hidden: hiddenText, when })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function hiddenText(inside: ReactNode) {
  return <span className="hidden-visually">{inside}</span>;
}
