'use client';

import { StateWord } from '@/components/admin/state-word';
import { toneOf } from '@/components/admin/post-tone';
import type { EditorPost, EditorSite } from './editor-post';
import { SavingSentence } from './saving-sentence';
import type { ActName } from './use-acts';
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
  onAct: (name: ActName) => void;
};

/** Above the text: where the post stands, where its text is, and what can be done with it. */
export function EditorBar({ post, site, editor, isBusy, onDetails, onPublish, onPreview, onVersions, onAct }: Props) {
  const isOut = post.state === 'Published' || post.state === 'Scheduled';
  const isInBin = post.state === 'Trash';
  const hasPending = post.hasPending || (isOut && editor.hasSaved);
  return (
    <header className="editor__bar">
      <div className="editor__where">
        <a className="editor__back" href={site.listHref}>
          {post.type === 'page' ? 'Pages' : 'Posts'}
        </a>
        <StateWord tone={toneOf(post.state)}>{post.stateWords}</StateWord>
        {hasPending && <span className="quiet">Unpublished changes</span>}
        <SavingSentence state={editor.state} isKept={editor.isKept} signInHref={site.signInHref} />
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
            {isOut && <MenuAct name="unpublish" words="Unpublish" onAct={onAct} />}
            {hasPending && <MenuAct name="discard" words="Discard changes" onAct={onAct} />}
            {!isInBin && <MenuAct name="trash" words="Move to trash" onAct={onAct} />}
            {isInBin && <MenuAct name="restore" words="Restore from trash" onAct={onAct} />}
          </ul>
        </details>
        {!isInBin && (
          <button type="button" className="button button--primary" onClick={onPublish} disabled={isBusy}>
            {isOut ? 'Update…' : 'Publish…'}
          </button>
        )}
      </div>
    </header>
  );
}

function MenuAct({ name, words, onAct }: { name: ActName; words: string; onAct: (name: ActName) => void }) {
  return (
    <li>
      <button
        type="button"
        onClick={(event) => {
          event.currentTarget.closest('details')?.removeAttribute('open');
          onAct(name);
        }}
      >
        {words}
      </button>
    </li>
  );
}
