'use client';

import { useText } from '#text';
import type { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import { EditorContent } from '@tiptap/react';
import { useEffect, useImperativeHandle, useMemo, useRef, useState, type ComponentProps, type Ref } from 'react';
import { ShortcutHelp } from '@/components/admin/shortcut-help';
import type { Passage } from '@/lib/html/passage';
import { acceptedImages } from '@/lib/media/accepted';
import { editorKeys } from '../editor-keys';
import { LibraryDialog } from './library-dialog';
import { LinkDialog } from './link-dialog';
import type { SlashItem } from './slash-items';
import { SelectionTools } from './selection-tools';
import { SlashMenu } from './slash-menu';
import { SourceView } from './source-view';
import type { SelectionState } from '../tiptap/selection';
import { changeTable, setKind } from '../tiptap/node-types';
import { insertRawBlock } from '../tiptap/node-views';
import { setLink } from '../tiptap/linking';
import { insertBlocks } from '../tiptap/block-commands';
import { embedNode } from '../tiptap/paste-handling';
import { markNotes, selectedPassage, type MarkedNote } from '../tiptap/note-marks';
import { insertSlotSpot, type SlotChoices } from '../tiptap/slot-spots';
import type { UploadFile } from '../tiptap/uploads';
import { useEditorDocument } from '../tiptap/use-editor-document';
import { Toolbar, type ToolbarActions } from './toolbar';
import { useMenuAnnounced, useSlashMenu } from './use-slash-menu';

export type BodyHandle = {
  html: () => string;
  setHtml: (html: string) => void;
  focus: () => void;
  /** The selected words; null if none are. */
  selected: () => Passage | null;
};

type Props = {
  initialHtml: string;
  /** The slots that a spot may refer to. */
  slots: SlotChoices;
  /** Of the text. */
  language: string;
  onChange: () => void;
  upload: UploadFile;
  handle: Ref<BodyHandle>;
  /** The word count. */
  count: string;
  notes: readonly MarkedNote[];
  onNote: (id: string) => void;
  /** A note on the selected words is wanted. */
  onNewNote: () => void;
};

/** The body editor: the document, toolbars, the "/" menu and the HTML source. */
export function BodyEditor({ initialHtml, slots, language, onChange, upload, handle, count, notes, ...noted }: Props) {
  const { onNote, onNewNote } = noted;
  const files = useRef<HTMLInputElement>(null);
  const [hasTools, setHasTools] = useState(false);
  const [refusal, setRefusal] = useState('');
  const { asking, begin, end } = useAsking();
  const menu = useSlashMenu(insert);
  const initial = { html: initialHtml, slots };
  const { editorDocument, editor, selection } = useEditorDocument(initial, {
    onChange,
    onSlash: menu.show,
    onMenuKey: (event) => editor !== null && menu.takeKey(editor, event),
    onLinkWanted: () => ask('link'),
    onToolsWanted: () => focusTools(() => setHasTools(true)),
    onRefused: setRefusal,
    onNote,
    upload,
  });
  useMenuAnnounced(editor, menu.state, menu.selected);

  const { source, setSource, toggleSource, html, setHtml } = useSource(editorDocument);
  useBodyHandle(handle, { html, setHtml, editor });
  useEffect(() => {
    if (editor) markNotes(editor, notes);
  }, [editor, notes]);

  function insert(target: Editor, { insert: what }: SlashItem) {
    if ('block' in what) setKind(target, what.block);
    else if (what.other === 'raw') insertRawBlock(target);
    else if (what.other === 'slot') insertSlotSpot(target, slots);
    else if (what.other !== 'image') ask(what.other);
    else files.current?.click();
  }

  function ask(wanted: Asking) {
    begin(wanted, editor);
  }

  function stopAsking() {
    end(editor);
  }

  const actions: ToolbarActions = {
    ...textActions(editor),
    askLink: () => ask('link'),
    note: onNewNote,
    openLibrary: () => ask('library'),
    pickImages: () => files.current?.click(),
    insert: (item) => editor && insert(editor, item),
  };

  return (
    <>
      {source !== null && <SourceView html={source} onChange={(html) => (setSource(html), onChange())} />}
      <div hidden={source !== null}>
        <EditorContent editor={editor} lang={language} />
        {editor && <SelectionTools editor={editor} selection={selection} actions={actions} />}
      </div>
      <Footer
        {...{ refusal, count, selection, actions }}
        hasTools={hasTools && source === null}
        isSource={source !== null}
        onTools={() => setHasTools(!hasTools)}
        onSource={toggleSource}
      />
      <ImagePicker handle={files} onPick={(picked) => editorDocument.insertFiles(picked)} />
      {menu.state && (
        <SlashMenu
          state={menu.state}
          selected={menu.selected}
          onChoose={(item) => editor && menu.choose(editor, item)}
        />
      )}
      <Dialogs {...{ asking, selection, editor, editorDocument }} onClose={stopAsking} />
    </>
  );
}

type Handled = Pick<BodyHandle, 'html' | 'setHtml'> & { editor: Editor | null };

function useBodyHandle(handle: Ref<BodyHandle>, { html, setHtml, editor }: Handled) {
  useImperativeHandle(
    handle,
    () => ({
      html,
      setHtml,
      focus: () => editor && focusStart(editor),
      selected: () => editor && selectedPassage(editor),
    }),
    [html, setHtml, editor],
  );
}

/** The HTML source, which is read and written while it is shown. */
function useSource(editorDocument: Pick<BodyHandle, 'html' | 'setHtml'>) {
  const [source, setSource] = useState<string | null>(null);
  return useMemo(
    () => ({
      source,
      setSource,
      html: () => source ?? editorDocument.html(),
      setHtml: (html: string) => {
        if (source !== null) setSource(html);
        editorDocument.setHtml(html);
      },
      toggleSource: () => {
        const html = editorDocument.html();
        // Unchanged source leaves the document as it is, so that viewing it changes nothing.
        if (source !== null && source !== html) editorDocument.setHtml(source);
        setSource(source === null ? html : null);
      },
    }),
    [source, editorDocument],
  );
}

type Asking = 'link' | 'embed' | 'library' | null;

/** Which dialog is open. */
function useAsking() {
  const [asking, setAsking] = useState<Asking>(null);
  const place = useRef<Selection | null>(null);

  function begin(wanted: Asking, editor: Editor | null) {
    place.current = editor?.state.selection ?? null;
    setAsking(wanted);
  }

  /** Restores the selection after a dialog: browsers restore the focus only. */
  function end(editor: Editor | null) {
    setAsking(null);
    if (!editor) return;
    const { state, view } = editor;
    if (place.current?.$from.doc === state.doc) view.dispatch(state.tr.setSelection(place.current));
    view.focus();
  }

  return { asking, begin, end };
}

function textActions(editor: Editor | null) {
  return {
    setKind: (kind) => editor && setKind(editor, kind),
    toggleMark: (mark) => editor?.chain().focus().toggleMark(mark).run(),
    changeTable: (action) => editor && changeTable(editor, action),
    undo: () => editor?.chain().focus().undo().run(),
    redo: () => editor?.chain().focus().redo().run(),
    describe: (alt) => editor?.commands.updateAttributes('inlineImage', { alt }),
    leave: () => editor?.commands.focus(),
  } satisfies Partial<ToolbarActions>;
}

type DialogsProps = {
  asking: Asking;
  selection: SelectionState;
  editor: Editor | null;
  editorDocument: { insertImage: ComponentProps<typeof LibraryDialog>['onChoose'] };
  onClose: () => void;
};

function Dialogs({ asking, selection, editor, editorDocument, onClose }: DialogsProps) {
  if (asking === null) return null;
  if (asking === 'library') {
    const choose: typeof editorDocument.insertImage = (image) => {
      onClose();
      editorDocument.insertImage(image);
    };
    return <LibraryDialog onChoose={choose} onClose={onClose} />;
  }
  function answer(address: string | null, text: string) {
    onClose();
    if (!editor) return;
    if (asking === 'embed' && address) insertBlocks(editor, [embedNode(editor, address)]);
    if (asking === 'link') setLink(editor, address, text);
    editor.commands.focus();
  }
  return (
    <LinkDialog
      purpose={asking}
      current={asking === 'link' ? (selection.link ?? '') : ''}
      needsText={!selection.hasSelection && selection.link === null}
      onDone={answer}
      onClose={onClose}
    />
  );
}

// Immediately: the next key may be pressed before a frame is drawn.
function focusStart({ state, view }: Editor) {
  view.dispatch(state.tr.setSelection(Selection.atStart(state.doc)).scrollIntoView());
  view.focus();
}

type FooterProps = {
  refusal: string;
  count: string;
  selection: SelectionState;
  actions: ToolbarActions;
  hasTools: boolean;
  isSource: boolean;
  onTools: () => void;
  onSource: () => void;
};

function Footer({ refusal, count, selection, actions, hasTools, isSource, onTools, onSource }: FooterProps) {
  const t = useText();
  return (
    <>
      {refusal && (
        <p className="notice notice--refused" role="alert">
          {refusal}
        </p>
      )}
      <div className="editor-footer">
        {hasTools && <Toolbar selection={selection} actions={actions} />}
        <div className="editor-footer__line">
          <span className="editor-footer__count">{count}</span>
          <button
            type="button"
            className="tools__word editor-footer__format"
            aria-label={t('Formatting toolbar')}
            aria-expanded={hasTools}
            disabled={isSource}
            onClick={onTools}
          >
            {t('Aa')}
          </button>
          <button type="button" className="tools__word" aria-pressed={isSource} onClick={onSource}>
            {t('HTML')}
          </button>
          <ShortcutHelp groups={editorKeys} />
        </div>
      </div>
    </>
  );
}

/** Moves the focus to the bubble menu if shown, else to the toolbar. */
function focusTools(open: () => void) {
  const first = () => document.querySelector<HTMLElement>('.bubble button, #tools select');
  open();
  requestAnimationFrame(() => requestAnimationFrame(() => first()?.focus()));
}

function ImagePicker({ handle, onPick }: { handle: Ref<HTMLInputElement>; onPick: (files: File[]) => void }) {
  const t = useText();
  return (
    <input
      ref={handle}
      type="file"
      accept={acceptedImages}
      multiple
      hidden
      aria-label={t('Images to insert')}
      onChange={(event) => {
        onPick([...(event.target.files ?? [])]);
        event.target.value = '';
      }}
    />
  );
}
