'use client';

import { useText } from '#text';
import { useCallback, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { NoteActions, ShownNotes } from '@/components/notes/shown-notes';
import { useHasScript } from '@/components/ui/has-script';
import { BodyEditor, type BodyHandle } from './body/body-editor';
import { DetailsDrawer, DetailsPanel } from './details/details-drawer';
import { MoreSettings } from './details/more-settings';
import { useDockedDetails } from './details/use-docked-details';
import { EditorBar } from './editor-bar';
import type { EditorActions, EditorImages, EditorPost, EditorSite } from './editor-post';
import { ActionNotice } from './action-notice';
import type { EditorFields } from './fields';
import { NotesPanel } from './notes-panel';
import { PlainEditor, type PlainActions } from './plain-editor';
import { PublishPanel } from './publishing/publish-panel';
import type { SaveState } from './saving/save-loop';
import { TitleFields } from './body/title-fields';
import { paths } from '@/lib/web/paths';
import { Versions } from './revisions/versions';
import { uploadImage } from './body/upload-image';
import { useEditorActions } from './use-editor-actions';
import { useEditor, type Editor } from './use-editor';
import { useNotes } from './use-notes';

type Props = {
  post: EditorPost;
  site: EditorSite;
  actions: EditorActions;
  plain: PlainActions;
  saveUrl: string;
  /** The article drawn small with its slots. */
  outline: ReactNode;
  notes: ShownNotes;
  noteActions: NoteActions;
};

/** The editor of posts and pages; a plain form without JavaScript. */
export function PostEditor(props: Props) {
  const t = useText();
  const hasScript = useHasScript();
  if (hasScript) return <RichEditor {...props} />;
  return (
    <>
      <div className="needs-script">
        <div className="shape document__shape">
          <p className="document__loading" role="status">
            {t('Loading the editor…')}
          </p>
        </div>
      </div>
      <div className="needs-no-script">
        <PlainEditor {...props} />
      </div>
    </>
  );
}

function RichEditor({ post, site, actions, saveUrl, outline, notes, noteActions }: Props) {
  const body = useRef<BodyHandle>(null);
  const editor = useEditor(post, saveUrl, body);
  const commands = useEditorActions(post, actions, editor);
  const [images, setImages] = useState(post.chosenImages);
  const { open, setOpen, close, publish, applyToText } = usePanels(editor, commands, setImages);
  const previews = usePreviews(commands, post, editor.save);
  const noted = useNotes(notes, body, () => setOpen('notes'));
  const docked = useDockedDetails({
    openDialog: useCallback(() => setOpen('details'), [setOpen]),
    hasRoom: open !== 'notes',
  });
  const { fields } = editor;
  const problems = problemsOf(editor.state);
  useSaveKey(editor.save);

  const Settings = docked.isDocked ? DetailsPanel : DetailsDrawer;

  function change(changes: Partial<EditorFields>) {
    commands.dismissDone();
    editor.change(changes);
  }

  return (
    <div className="editor">
      <EditorBar
        post={post}
        site={site}
        editor={editor}
        isBusy={commands.busy !== null}
        details={docked}
        onPublish={() => {
          // The previous result does not apply to the next action.
          commands.dismiss();
          setOpen('publish');
        }}
        onPreview={previews.onShow}
        onVersions={() => setOpen('versions')}
        notes={{ count: notes.open.length, onOpen: noted.onOpen }}
        onAction={(name) => void (name === 'discard' ? applyToText('discard') : commands.run(name))}
      />
      {open !== 'publish' && (
        <ActionNotice result={commands.result} onAction={(name, more = {}) => void commands.run(name, formOf(more))} />
      )}
      {open === 'notes' && (
        <NotesPanel {...{ notes, ...noted.panel }} actions={noteActions} save={editor.save} onClose={close} />
      )}
      <Sheet
        {...{ post, fields, problems, noted, site }}
        handle={body}
        onChange={change}
        onBody={() => editor.bodyChanged() && commands.dismissDone()}
      />
      {(open === 'details' || docked.isDocked) && (
        <Settings
          {...{ post, site, fields, problems, images }}
          onImages={setImages}
          onChange={change}
          onClose={docked.isDocked ? docked.close : close}
        >
          <MoreSettings
            {...{ post, previews, outline, isOutdated: editor.hasSaved }}
            onRestore={(revisionId) => void applyToText('restoreRevision', { revisionId })}
          />
        </Settings>
      )}
      {open === 'publish' && (
        <PublishPanel
          {...{ post, site, fields, problems }}
          openNotes={notes.open.length}
          state={commands.result?.name === 'publish' ? commands.result.state : noState}
          isBusy={commands.busy !== null}
          onPublish={(form) => void publish(form)}
          onClose={close}
        />
      )}
      <Versions {...{ editor, post }} timeZone={site.timeZone} isComparing={open === 'versions'} onClose={close} />
    </div>
  );
}

type SheetProps = {
  post: EditorPost;
  fields: EditorFields;
  problems: Record<string, string>;
  noted: ReturnType<typeof useNotes>;
  site: EditorSite;
  handle: RefObject<BodyHandle | null>;
  onChange: (changes: Partial<EditorFields>) => void;
  onBody: () => void;
};

/** What is written on: the title, and the text. */
function Sheet({ post, fields, problems, noted, site, handle, onChange, onBody }: SheetProps) {
  const { language, slots, framesOf } = site;
  const [initialHtml] = useState(post.fields.bodyHtml);
  useTitleFocus(post);
  const count = useWordCount(fields.bodyHtml);
  return (
    <div className="document">
      <TitleFields {...{ fields, problems, language, onChange }} onLeave={() => handle.current?.focus()} />
      <BodyEditor
        {...{ initialHtml, slots, language, framesOf, handle, count }}
        onChange={onBody}
        upload={uploadImage}
        notes={noted.marked}
        onNote={noted.onNote}
        onNewNote={noted.onNewNote}
      />
    </div>
  );
}

const noState = { status: 'idle', message: '', fields: {}, values: {} } as const;

type EditorCommands = ReturnType<typeof useEditorActions>;

/** The open panel, and the actions that close it. */
function usePanels(editor: Editor, { run }: EditorCommands, onImages: (images: EditorImages) => void) {
  const [open, setOpen] = useState<'details' | 'publish' | 'versions' | 'notes' | null>(null);
  const close = useCallback(() => setOpen(null), []);

  async function publish(form: FormData) {
    const answer = await run('publish', form);
    if (answer.status === 'done') setOpen(null);
  }

  /** Actions that replace the text in the editor return that text. */
  async function applyToText(name: 'restoreRevision' | 'discard', more: Record<string, string> = {}) {
    const answer = await run(name, formOf(more));
    if (!answer.values.fields) return;
    editor.replace(JSON.parse(answer.values.fields) as EditorFields);
    if (answer.values.images) onImages(JSON.parse(answer.values.images) as EditorImages);
    setOpen(null);
  }

  return { open, setOpen, close, publish, applyToText };
}

function problemsOf(state: SaveState): Record<string, string> {
  if (state.phase === 'refused') return state.answer.fields;
  return state.phase === 'saved' ? (state.problems ?? {}) : {};
}

/** In a new post the title has the focus. */
function useTitleFocus({ state, fields }: EditorPost) {
  const [isNew] = useState(() => state === 'Draft' && !fields.title && !fields.bodyHtml);
  useEffect(() => {
    if (isNew) document.getElementById('title')?.focus();
  }, [isNew]);
}

function usePreviews({ run }: EditorCommands, { id }: EditorPost, save: () => Promise<boolean>) {
  const [link, setLink] = useState('');

  async function show() {
    // Opened immediately, while the browser still sees the user's click.
    const tab = window.open('', '_blank');
    if (await save()) tab?.location.assign(paths.admin.postPreview(id));
    else tab?.close();
  }

  async function create() {
    const { url } = (await run('createPreview')).values;
    setLink(url ?? '');
  }

  async function revoke() {
    await run('revokePreviews');
    setLink('');
  }

  return { link, onShow: () => void show(), onCreate: () => void create(), onRevoke: () => void revoke() };
}

function useSaveKey(save: () => Promise<boolean>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      void save();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [save]);
}

function countWords(html: string) {
  const text = html.replace(/<[^>]*>/g, ' ').replace(/&[a-z#0-9]+;/gi, ' ');
  return (
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []
  ).length;
}

function formOf(values: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

function useWordCount(html: string) {
  const t = useText();
  return t('{count, plural, one {# word} other {# words}}', { count: countWords(html) });
}
