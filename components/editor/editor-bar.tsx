'use client';

import { useText } from '#text';
import { StatusBadge } from '@/components/admin/status-badge';
import { ConfirmedTrash } from '@/components/admin/trash-action';
import { toneOf } from '@/components/admin/post-tone';
import type { EditorPost, EditorSite } from './editor-post';
import { DETAILS_PANEL } from './details/details-drawer';
import { DETAILS_BUTTON } from './details/use-docked-details';
import { titleOf } from '@/lib/posts/title';
import { paths } from '@/lib/web/paths';
import { SavingSentence } from './saving/saving-sentence';
import type { ActionName } from './use-editor-actions';
import type { Editor } from './use-editor';

type Props = {
  post: EditorPost;
  site: EditorSite;
  editor: Editor;
  isBusy: boolean;
  details: { isDocked: boolean; toggle: () => void };
  onPublish: () => void;
  onPreview: () => void;
  onVersions: () => void;
  notes: { count: number; onOpen: () => void };
  onAction: (name: ActionName) => void;
};

/** The bar above the text: the post's status, whether it is saved, and its actions. */
export function EditorBar({
  post,
  site,
  editor,
  isBusy,
  details,
  onPublish,
  onPreview,
  onVersions,
  notes,
  onAction,
}: Props) {
  const t = useText();
  const isOut = post.state === 'Published' || post.state === 'Scheduled';
  const isUnsavedInTrash = editor.state.phase === 'trashed';
  const isInTrash = post.state === 'Trash' || isUnsavedInTrash;
  const hasPending = post.hasPending || (isOut && editor.hasSaved);
  return (
    <header className="editor__bar">
      <div className="editor__where">
        <a className="editor__back" href={site.listHref}>
          {post.type === 'page' ? t('Pages') : t('Posts')}
        </a>
        <StatusBadge tone={toneOf(isInTrash ? 'Trash' : post.state)}>
          {isInTrash ? t('Trash') : post.stateLabel}
        </StatusBadge>
        {hasPending && <span className="quiet">{t('Unpublished changes')}</span>}
        <SavingSentence state={editor.state} isStored={editor.isStored} signInHref={site.signInHref} />
        {editor.state.phase === 'conflict' && (
          <button type="button" className="notice__action" onClick={onVersions}>
            {t('Compare and choose')}
          </button>
        )}
      </div>
      <div className="editor__actions">
        <button
          type="button"
          id={DETAILS_BUTTON}
          className="button button--quiet"
          aria-expanded={details.isDocked}
          aria-controls={details.isDocked ? DETAILS_PANEL : undefined}
          onClick={details.toggle}
        >
          {t('Post settings')}
        </button>
        <button type="button" className="button button--quiet" onClick={notes.onOpen}>
          {notes.count > 0 ? t('Notes ({count, number})', { count: notes.count }) : t('Notes')}
        </button>
        <button type="button" className="button button--quiet" onClick={onPreview} disabled={isBusy}>
          {t('Preview')}
        </button>
        {post.state === 'In review' && site.mayChooseAuthors && (
          <a className="button button--quiet" href={paths.admin.review(post.id)}>
            {t('Return to the author…')}
          </a>
        )}
        <MoreMenu {...{ post, site, editor, isOut, isInTrash, hasPending, onAction }} />
        <MainAction {...{ post, site, isBusy, isInTrash, isUnsavedInTrash, onPublish, onAction }} />
      </div>
    </header>
  );
}

type MoreProps = Pick<Props, 'post' | 'site' | 'editor' | 'onAction'> & {
  isOut: boolean;
  isInTrash: boolean;
  hasPending: boolean;
};

function MoreMenu({ post, site, editor, isOut, isInTrash, hasPending, onAction }: MoreProps) {
  const t = useText();
  const action = (name: ActionName, label: string) => <MenuAction {...{ name, label, onAction }} />;
  return (
    <details className="menu">
      <summary className="button button--quiet">{t('More')}</summary>
      <ul className="menu__list">
        {post.state === 'Published' && (
          <li>
            <a href={post.address}>{t('View post')}</a>
          </li>
        )}
        {post.state === 'In review' && site.mayPublish && action('takeBack', t('Withdraw'))}
        {isOut && action('unpublish', t('Unpublish'))}
        {hasPending && action('discard', t('Discard changes'))}
        {!isInTrash && post.pagesBelow === 0 && action('trash', t('Move to trash'))}
        {!isInTrash && post.pagesBelow > 0 && (
          <li>
            <ConfirmedTrash
              title={titleOf(editor.fields)}
              below={post.pagesBelow}
              onConfirm={() => onAction('trash')}
            />
          </li>
        )}
      </ul>
    </details>
  );
}

type MainProps = Pick<Props, 'post' | 'site' | 'isBusy' | 'onPublish' | 'onAction'> & {
  isInTrash: boolean;
  isUnsavedInTrash: boolean;
};

/** What is done next with the post, by who may. */
function MainAction({ post, site, isBusy, isInTrash, isUnsavedInTrash, onPublish, onAction }: MainProps) {
  const t = useText();
  const button = (label: string, onClick: () => void, tone = 'button button--primary') => (
    <button type="button" className={tone} onClick={onClick} disabled={isBusy}>
      {label}
    </button>
  );
  if (isInTrash) {
    return button(isUnsavedInTrash ? t('Restore and save') : t('Restore from trash'), () => onAction('restore'));
  }
  if (!site.mayPublish) {
    return post.state === 'In review'
      ? button(t('Withdraw'), () => onAction('takeBack'), 'button')
      : button(t('Submit for review'), () => onAction('handIn'));
  }
  const isOut = post.state === 'Published' || post.state === 'Scheduled';
  return button(isOut ? t('Update…') : t('Publish…'), onPublish);
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
