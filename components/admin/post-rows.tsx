'use client';

import { useRef, useState, type ReactNode } from 'react';
import { useFormAction } from '@/components/ui/use-form-action';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import type { FormState } from '@/lib/forms/form-state';
import type { PostState } from '@/lib/posts/post';
import { SPARKLINE } from './chart-path';
import { toneOf } from './post-tone';
import { StatusBadge } from './status-badge';
import { UndoNotice } from './undo-notice';

export type PostRow = {
  id: string;
  title: string;
  href: string;
  state: PostState;
  stateLabel: string;
  hasPendingChange: boolean;
  isPinned: boolean;
  byline: string;
  tags: string;
  changed: string;
  /** Null of a post that nobody has read; `path` is the line of its last weeks. */
  views: { words: string; href: string; path: string } | null;
};

type Props = {
  rows: PostRow[];
  action: (state: FormState, form: FormData) => Promise<FormState>;
  isTrash: boolean;
  label: string;
  /** Names to choose from when posts are tagged; null where there are no tags. */
  tags: string[] | null;
  /** The empty state; the notice of the action that emptied the list stays above it. */
  children: ReactNode;
};

/** A list of posts with bulk actions, shown with the first selection, even without JavaScript. */
export function PostRows({ rows, action, isTrash, label, tags, children }: Props) {
  const [state, formAction] = useFormAction(action);
  if (rows.length === 0) {
    return (
      <>
        <UndoNotice state={state} action={formAction} />
        {children}
      </>
    );
  }
  return (
    <>
      <UndoNotice state={state} action={formAction} />
      <form action={formAction}>
        {/* The default button, for Enter. */}
        <button className="hidden-visually" name="intent" value="tag" tabIndex={-1} aria-hidden disabled={isTrash} />
        <ul className="rows" aria-label={label}>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </ul>
        <div className="bulk" role="group" aria-label="Bulk actions">
          {isTrash ? (
            <>
              <BulkButton action="restore" label="Restore" />
              <DeleteButton rows={rows} noun={label.toLowerCase()} />
            </>
          ) : (
            <>
              <BulkButton action="publish" label="Publish" />
              <BulkButton action="unpublish" label="Unpublish" />
              <BulkButton action="trash" label="Move to trash" />
              {tags && <TagActions names={tags} typed={state.values.tag ?? ''} />}
            </>
          )}
        </div>
      </form>
    </>
  );
}

function Row({ row }: { row: PostRow }) {
  const { id, title, href, state, byline, tags, changed, views } = row;
  return (
    <li className="row">
      <label className="row__check">
        <input type="checkbox" name="id" value={id} aria-label={`Select “${title}”`} />
      </label>
      <div className="row__main">
        <a className="row__title" href={href}>
          {title}
        </a>
        <p className="row__meta">{[byline, tags, row.isPinned && 'Pinned'].filter(Boolean).join(' · ')}</p>
        {views && <Views {...views} />}
      </div>
      <div className="row__side">
        <StatusBadge tone={toneOf(state)}>{row.stateLabel}</StatusBadge>
        <p className="row__meta">{`${row.hasPendingChange ? 'Unpublished changes, ' : 'Updated '}${changed}`}</p>
      </div>
    </li>
  );
}

function Views({ words, href, path }: NonNullable<PostRow['views']>) {
  return (
    <p className="row__meta row__views">
      <a href={href}>{words}</a>
      {path && (
        <svg className="row__plot" viewBox={`0 0 ${SPARKLINE.width} ${SPARKLINE.height}`} aria-hidden>
          <path d={path} />
        </svg>
      )}
    </p>
  );
}

function TagActions({ names, typed }: { names: string[]; typed: string }) {
  return (
    <span className="bulk__tag">
      <input className="input" name="tag" aria-label="Tag" placeholder="Tag" list="tag-names" defaultValue={typed} />
      <datalist id="tag-names">
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <BulkButton action="tag" label="Add tag" />
      <BulkButton action="untag" label="Remove tag" />
    </span>
  );
}

/** Without JavaScript the number of selected posts is unknown, so the question names none. */
function DeleteButton({ rows, noun }: { rows: PostRow[]; noun: string }) {
  const marker = useRef<HTMLSpanElement>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const look = () => {
    const ids = new FormData(marker.current?.closest('form') ?? undefined).getAll('id');
    setChosen(rows.filter(({ id }) => ids.includes(id)).map(({ title }) => title));
  };
  const [first] = chosen;
  const what = chosen.length > 1 ? `${chosen.length} ${noun}` : first ? `“${first}”` : `the selected ${noun}`;
  return (
    <>
      <span ref={marker} hidden />
      <ConfirmedAction
        label="Delete permanently"
        question={`Delete ${what} permanently?`}
        name="intent"
        value="delete"
        onOpen={look}
      >
        {chosen.length > 1 && <p>{named(chosen)}</p>}
        <p>Comments and earlier versions are deleted too. This cannot be undone.</p>
      </ConfirmedAction>
    </>
  );
}

function named(titles: string[]) {
  const most = titles.slice(0, 5).map((title) => `“${title}”`);
  const more = titles.length - most.length;
  return `${most.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

function BulkButton({ action, label }: { action: string; label: string }) {
  return (
    <button className="button" name="intent" value={action}>
      {label}
    </button>
  );
}
