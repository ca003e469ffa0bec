'use client';

import type { EditorPost } from '../editor-post';

type Props = { revisions: EditorPost['revisions']; onRestore: (id: string) => void };

/** The revision history. Restoring a revision adds a new one. */
export function RevisionList({ revisions, onRestore }: Props) {
  return (
    <section aria-labelledby="revisions-title" className="drawer__part">
      <h3 id="revisions-title">Revision history</h3>
      {revisions.length === 0 && <p className="quiet">No revisions yet. Each save is listed here.</p>}
      <ul className="plain-list">
        {revisions.map(({ id, when, who, what }) => (
          <li key={id}>
            <span>
              <span>{when}</span>{' '}
              <span className="quiet">
                <span>{what}</span>
                <span>{who && `, ${who}`}</span>
              </span>
            </span>
            <button type="button" className="button button--quiet" onClick={() => onRestore(id)}>
              Restore<span className="hidden-visually">{` the version of ${when}`}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
