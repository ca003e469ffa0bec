'use client';

import type { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import { EditorContent } from '@tiptap/react';
import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import { ShortcutHelp } from '@/components/admin/shortcut-help';
import { acceptedImages } from '@/lib/media/accepted';
import { editorKeys } from './editor-keys';
import { LibraryDialog } from './library-dialog';
import { LinkDialog } from './link-dialog';
import type { SlashItem } from './slash-items';
import { SelectionTools } from './selection-tools';
import { SlashMenu } from './slash-menu';
import { SourceView } from './source-view';
import type { CaretState } from './sheet/caret';
import { changeTable, setKind } from './sheet/kinds';
import { insertRawBlock } from './sheet/islands';
import { setLink } from './sheet/linking';
import { insertBlocks } from './sheet/moving';
import { embedNode } from './sheet/receiving';
import type { UploadFile } from './sheet/uploads';
import { useSheet } from './sheet/use-sheet';
import { Toolbar, type ToolbarActs } from './toolbar';
import { useMenuAnnounced, useSlashMenu } from './use-slash-menu';

export type BodyHandle = {
  html: () => string;
  setHtml: (html: string) => void;
  focus: () => void;
};

type Props = {
  initialHtml: string;
  onChange: () => void;
  upload: UploadFile;
  handle: Ref<BodyHandle>;
  /** How long the text is. */
  count: string;
};

/** The text of a post: the sheet, its tools, the "/" menu, and the same text as HTML source. */
export function BodyEditor({ initialHtml, onChange, upload, handle, count }: Props) {
  const files = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState<'link' | 'embed' | 'library' | null>(null);
  const [hasTools, setHasTools] = useState(false);
  const [source, setSource] = useState<string | null>(null);
  const [refusal, setRefusal] = useState('');
  const place = useRef<Selection | null>(null);
  const menu = useSlashMenu(insert);
  const { sheet, editor, caret } = useSheet(initialHtml, {
    onChange,
    onSlash: menu.show,
    onMenuKey: (event) => editor !== null && menu.takeKey(editor, event),
    onLinkWanted: () => ask('link'),
    onToolsWanted: () => focusTools(() => setHasTools(true)),
    onRefused: setRefusal,
    upload,
  });
  useMenuAnnounced(editor, menu.state, menu.selected);

  useImperativeHandle(
    handle,
    () => ({
      html: () => source ?? sheet.html(),
      setHtml: (html) => {
        if (source !== null) setSource(html);
        sheet.setHtml(html);
      },
      focus: () => editor && focusStart(editor),
    }),
    [source, sheet, editor],
  );

  function insert(target: Editor, { insert: what }: SlashItem) {
    if ('block' in what) setKind(target, what.block);
    else if (what.other === 'raw') insertRawBlock(target);
    else if (what.other !== 'image') ask(what.other);
    else files.current?.click();
  }

  function answerLink(address: string | null, text: string) {
    const purpose = asking;
    stopAsking();
    if (!editor) return;
    if (purpose === 'embed' && address) insertBlocks(editor, [embedNode(editor, address)]);
    if (purpose === 'link') setLink(editor, address, text);
    editor.commands.focus();
  }

  function ask(wanted: 'link' | 'embed' | 'library') {
    place.current = editor?.state.selection ?? null;
    setAsking(wanted);
  }

  /** However a dialog is closed, one writes on where one was: browsers give back the focus and not the place. */
  function stopAsking() {
    setAsking(null);
    if (!editor) return;
    const { state, view } = editor;
    if (place.current?.$from.doc === state.doc) view.dispatch(state.tr.setSelection(place.current));
    view.focus();
  }

  function toggleSource() {
    const html = sheet.html();
    // Untouched source leaves the sheet as it is, so that looking changes nothing.
    if (source !== null && source !== html) sheet.setHtml(source);
    setSource(source === null ? html : null);
  }

  const acts: ToolbarActs = {
    setKind: (kind) => editor && setKind(editor, kind),
    toggleMark: (mark) => editor?.chain().focus().toggleMark(mark).run(),
    askLink: () => ask('link'),
    pickImages: () => files.current?.click(),
    openLibrary: () => ask('library'),
    insert: (item) => editor && insert(editor, item),
    changeTable: (act) => editor && changeTable(editor, act),
    undo: () => editor?.chain().focus().undo().run(),
    redo: () => editor?.chain().focus().redo().run(),
    describe: (alt) => editor?.commands.updateAttributes('inlineImage', { alt }),
    leave: () => editor?.commands.focus(),
  };

  return (
    <>
      {source !== null && <SourceView html={source} onChange={(html) => (setSource(html), onChange())} />}
      <div hidden={source !== null}>
        <EditorContent editor={editor} />
        {editor && <SelectionTools editor={editor} caret={caret} acts={acts} />}
      </div>
      <Foot
        {...{ refusal, count, caret, acts }}
        hasTools={hasTools && source === null}
        isSource={source !== null}
        onTools={() => setHasTools(!hasTools)}
        onSource={toggleSource}
      />
      <ImagePicker handle={files} onPick={(picked) => sheet.insertFiles(picked)} />
      {menu.state && (
        <SlashMenu
          state={menu.state}
          selected={menu.selected}
          onChoose={(item) => editor && menu.choose(editor, item)}
        />
      )}
      {asking === 'library' && (
        <LibraryDialog
          onChoose={(picture) => {
            stopAsking();
            sheet.insertPicture(picture);
          }}
          onClose={stopAsking}
        />
      )}
      {(asking === 'link' || asking === 'embed') && (
        <LinkDialog
          purpose={asking}
          current={asking === 'link' ? (caret.link ?? '') : ''}
          needsText={!caret.hasSelection && caret.link === null}
          onDone={answerLink}
          onClose={stopAsking}
        />
      )}
    </>
  );
}

// At once: whoever types fast has pressed the next key before a frame is drawn.
function focusStart({ state, view }: Editor) {
  view.dispatch(state.tr.setSelection(Selection.atStart(state.doc)).scrollIntoView());
  view.focus();
}

type FootProps = {
  refusal: string;
  count: string;
  caret: CaretState;
  acts: ToolbarActs;
  hasTools: boolean;
  isSource: boolean;
  onTools: () => void;
  onSource: () => void;
};

function Foot({ refusal, count, caret, acts, hasTools, isSource, onTools, onSource }: FootProps) {
  return (
    <>
      {refusal && (
        <p className="notice notice--refused" role="alert">
          {refusal}
        </p>
      )}
      <div className="foot">
        {hasTools && <Toolbar caret={caret} acts={acts} />}
        <div className="foot__line">
          <span className="foot__count">{count}</span>
          <button
            type="button"
            className="tools__word foot__letters"
            aria-label="Text tools"
            aria-expanded={hasTools}
            disabled={isSource}
            onClick={onTools}
          >
            Aa
          </button>
          <button type="button" className="tools__word" aria-pressed={isSource} onClick={onSource}>
            Source
          </button>
          <ShortcutHelp groups={editorKeys} />
        </div>
      </div>
    </>
  );
}

/** To the tools beside the selection if there are any, else to the row of all of them. */
function focusTools(open: () => void) {
  const first = () => document.querySelector<HTMLElement>('.bubble button, #tools select');
  open();
  requestAnimationFrame(() => requestAnimationFrame(() => first()?.focus()));
}

function ImagePicker({ handle, onPick }: { handle: Ref<HTMLInputElement>; onPick: (files: File[]) => void }) {
  return (
    <input
      ref={handle}
      type="file"
      accept={acceptedImages}
      multiple
      hidden
      aria-label="Images to insert"
      onChange={(event) => {
        onPick([...(event.target.files ?? [])]);
        event.target.value = '';
      }}
    />
  );
}
