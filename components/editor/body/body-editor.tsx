'use client';

import type { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import { EditorContent } from '@tiptap/react';
import { useEffect, useImperativeHandle, useRef, useState, type ComponentProps, type Ref } from 'react';
import type { Passage } from '@/lib/html/passage';
import { EditorFooter } from './editor-footer';
import { FilePickers, type PickersHandle } from './file-pickers';
import { LibraryDialog } from './library-dialog';
import { LibraryChoices, useLibraryChoice } from './library-choices';
import { LinkDialog } from './link-dialog';
import type { SlashItem } from './slash-items';
import { SelectionTools } from './selection-tools';
import { SlashMenu } from './slash-menu';
import { SourceView } from './source-view';
import type { SelectionState } from '../tiptap/selection';
import { changeTable, setKind } from '../tiptap/node-types';
import { insertRawBlock } from '../tiptap/raw-view';
import { setImageLink } from '../tiptap/image-commands';
import { insertLayout } from '../tiptap/layout-commands';
import { setLink } from '../tiptap/linking';
import { insertEmbed } from '../tiptap/embed-commands';
import { markNotes, selectedPassage, type MarkedNote } from '../tiptap/note-marks';
import { insertSlotSpot, type SlotChoices } from '../tiptap/slot-spots';
import type { UploadFile } from '../tiptap/uploads';
import { useEditorDocument } from '../tiptap/use-editor-document';
import { uploadFile } from './upload-file';
import type { ToolbarActions } from './toolbar';
import { useMenuAnnounced, useSlashMenu } from './use-slash-menu';
import { useSource } from './use-source';

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
  /** The post, if this user may add frames to it. */
  framesOf: string | null;
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
export function BodyEditor({ initialHtml, slots, language, onChange, upload, handle, count, notes, ...more }: Props) {
  const { framesOf, onNote, onNewNote } = more;
  const pickers = useRef<PickersHandle>(null);
  const library = useLibraryChoice();
  const [hasTools, setHasTools] = useState(false);
  const [isFinding, setIsFinding] = useState(false);
  const [refusal, setRefusal] = useState('');
  const { asking, begin, end } = useAsking();
  const menu = useSlashMenu(insert);
  const initial = { html: initialHtml, slots, language, framesOf };
  const { editorDocument, editor, selection } = useEditorDocument(initial, {
    onChange,
    onSlash: menu.show,
    onMenuKey: (event) => editor !== null && menu.takeKey(editor, event),
    onLinkWanted: () => ask('link'),
    onToolsWanted: () => focusTools(() => setHasTools(true)),
    onFindWanted: () => setIsFinding(true),
    onRefused: setRefusal,
    onLibraryWanted: library.ask,
    onNote,
    upload,
    sendFile: uploadFile,
  });
  useMenuAnnounced(editor, menu.state, menu.selected);

  const { source, setSource, toggleSource, html, setHtml } = useSource(editorDocument);
  useBodyHandle(handle, { html, setHtml, editor });
  useMarkedNotes(editor, notes);

  function insert(target: Editor, item: SlashItem) {
    insertItem(target, item.insert, { slots, ask, pick: (what) => pickers.current?.open(what) });
  }

  const endFinding = () => (setIsFinding(false), end(editor));
  const ask = (wanted: Asking) => begin(wanted, editor);

  const actions: ToolbarActions = {
    ...textActions(editor),
    askLink: () => ask('link'),
    askImageLink: () => ask('image-link'),
    note: onNewNote,
    openLibrary: () => ask('library'),
    pickImages: () => pickers.current?.open('images'),
    pickReplacement: () => pickers.current?.open('replacement'),
    chooseReplacement: () => ask('replacement'),
    insert: (item) => editor && insert(editor, item),
  };

  return (
    <>
      {source !== null && <SourceView html={source} onChange={(html) => (setSource(html), onChange())} />}
      <div hidden={source !== null}>
        <EditorContent editor={editor} lang={language} />
        {editor && <SelectionTools editor={editor} selection={selection} actions={actions} />}
      </div>
      <EditorFooter
        {...{ refusal, count, selection, actions }}
        hasTools={hasTools && source === null}
        isSource={source !== null}
        onTools={() => setHasTools(!hasTools)}
        onFind={() => setIsFinding(!isFinding)}
        finding={
          isFinding && source === null && editor ? { editor, found: selection.found, onClose: endFinding } : null
        }
        onSource={toggleSource}
      />
      <FilePickers handle={pickers} editorDocument={editorDocument} />
      <LibraryChoices choosing={library.choosing} onEnd={library.end} />
      {menu.state && (
        <SlashMenu
          state={menu.state}
          selected={menu.selected}
          onChoose={(item) => editor && menu.choose(editor, item)}
        />
      )}
      <Dialogs {...{ asking, selection, editor, editorDocument }} onClose={() => end(editor)} />
    </>
  );
}

type Inserting = { slots: SlotChoices; ask: (wanted: Asking) => void; pick: PickersHandle['open'] };

function insertItem(target: Editor, what: SlashItem['insert'], { slots, ask, pick }: Inserting) {
  if ('block' in what) setKind(target, what.block);
  else if ('layout' in what) insertLayout(target, what.layout);
  else if (what.other === 'raw') insertRawBlock(target);
  else if (what.other === 'slot') insertSlotSpot(target, slots);
  else if (what.other === 'file') pick('files');
  else if (what.other === 'image') pick('images');
  else ask(what.other);
}

function useMarkedNotes(editor: Editor | null, notes: readonly MarkedNote[]) {
  useEffect(() => {
    if (editor) markNotes(editor, notes);
  }, [editor, notes]);
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

type Asking = 'link' | 'image-link' | 'embed' | 'library' | 'replacement' | null;

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
  editorDocument: Record<'insertImage' | 'replaceImage', ComponentProps<typeof LibraryDialog>['onChoose']>;
  onClose: () => void;
};

function Dialogs({ asking, selection, editor, editorDocument, onClose }: DialogsProps) {
  if (asking === null) return null;
  if (asking === 'library' || asking === 'replacement') {
    const choose: typeof editorDocument.insertImage = (image) => {
      onClose();
      if (asking === 'library') editorDocument.insertImage(image);
      else editorDocument.replaceImage(image);
    };
    return <LibraryDialog onChoose={choose} onClose={onClose} />;
  }
  function answer(address: string | null, text: string) {
    onClose();
    if (!editor) return;
    if (asking === 'embed' && address) insertEmbed(editor, address);
    if (asking === 'link') setLink(editor, address, text);
    if (asking === 'image-link') setImageLink(editor, address);
    editor.commands.focus();
  }
  const current = { link: selection.link, 'image-link': selection.image?.link, embed: null }[asking] ?? '';
  return (
    <LinkDialog
      purpose={asking === 'embed' ? 'embed' : 'link'}
      current={current}
      needsText={asking === 'link' && !selection.hasSelection && selection.link === null}
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

/** Moves the focus to the bubble menu if shown, else to the toolbar. */
function focusTools(open: () => void) {
  const first = () => document.querySelector<HTMLElement>('.bubble button, #tools select');
  open();
  requestAnimationFrame(() => requestAnimationFrame(() => first()?.focus()));
}
