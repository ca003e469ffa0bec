'use client';

import { StatusBadge } from '@/components/admin/status-badge';
import { toneOf } from '@/components/admin/post-tone';
import type { EditorPost, EditorSite } from './editor-post';
import { SavingSentence } from './saving/saving-sentence';
import type { ActionName } from './use-editor-actions';
import type { Editor } from './use-editor';

type Props = {
  post: EditorPost;
  site: EditorSite;
  editor: Editor;
  isBusy: boolean;
  onDetails: () => void;
  onPublish: () => void;
  onPreview: () => void;
  onVersions: () => void;
  onAction: (name: ActionName) => void;
};

/** The bar above the text: the post's status, whether it is saved, and its actions. */
export function EditorBar({
  post,
  site,
  editor,
  isBusy,
  onDetails,
  onPublish,
  onPreview,
  onVersions,
  onAction,
}: Props) {
  const isOut = post.state === 'Published' || post.state === 'Scheduled';
  const isUnsavedInTrash = editor.state.phase === 'trashed';
  const isInTrash = post.state === 'Trash' || isUnsavedInTrash;
  const hasPending = post.hasPending || (isOut && editor.hasSaved);
  return (
    <header className="editor__bar">
      <div className="editor__where">
        <a className="editor__back" href={site.listHref}>
          {post.type === 'page' ? 'Pages' : 'Posts'}
        </a>
        <StatusBadge tone={toneOf(isInTrash ? 'Trash' : post.state)}>
          {isInTrash ? 'Trash' : post.stateLabel}
        </StatusBadge>
        {hasPending && <span className="quiet">Unpublished changes</span>}
        <SavingSentence state={editor.state} isStored={editor.isStored} signInHref={site.signInHref} />
        {editor.state.phase === 'conflict' && (
          <button type="button" className="notice__action" onClick={onVersions}>
            Compare and choose
          </button>
        )}
      </div>
      <div className="editor__actions">
        <button type="button" className="button button--quiet" onClick={onDetails}>
          Post settings
        </button>
        <button type="button" className="button button--quiet" onClick={onPreview} disabled={isBusy}>
          Preview
        </button>
        <details className="menu">
          <summary className="button button--quiet">More</summary>
          <ul className="menu__list">
            {post.state === 'Published' && (
              <li>
                <a href={post.address}>View post</a>
              </li>
            )}
            {isOut && <MenuAction name="unpublish" label="Unpublish" onAction={onAction} />}
            {hasPending && <MenuAction name="discard" label="Discard changes" onAction={onAction} />}
            {!isInTrash && <MenuAction name="trash" label="Move to trash" onAction={onAction} />}
          </ul>
        </details>
        {isInTrash ? (
          <button
            type="button"
            className="button button--primary"
            onClick={() => onAction('restore')}
            disabled={isBusy}
          >
            {isUnsavedInTrash ? 'Restore and save' : 'Restore from trash'}
          </button>
        ) : (
          <button type="button" className="button button--primary" onClick={onPublish} disabled={isBusy}>
            {isOut ? 'Update…' : 'Publish…'}
          </button>
        )}
      </div>
    </header>
  );
}

function MenuAction({
  name,
  label,
  onAction,
}: {
  name: ActionName;
  label: string;
  onAction: (name: ActionName) => void;
}) {
  return (
    <li>
      <button
        type="button"
        onClick={(event) => {
          event.currentTarget.closest('details')?.removeAttribute('open');
          onAction(name);
        }}
      >
        {label}
      </button>
    </li>
  );
}
