'use client';

import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { LinkDialog } from './link-dialog';
import type { SlashItem } from './slash-items';
import { SLASH_MENU_ID, SlashMenu, slashOptionId } from './slash-menu';
import { SourceView } from './source-view';
import { Surface, type CaretState } from './surface/surface';
import type { UploadFile } from './surface/uploads';
import { Toolbar, type ToolbarActs } from './toolbar';
import { useSlashMenu } from './use-slash-menu';

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
};

const plainCaret: CaretState = { kind: 'paragraph', marks: [], link: null, hasSelection: false, language: '' };

/** The text of a post: the sheet, its tools, the "/" menu, and the same text as HTML source. */
export function BodyEditor({ initialHtml, onChange, upload, handle }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const surface = useRef<Surface>(null);
  const [caret, setCaret] = useState(plainCaret);
  const [asking, setAsking] = useState<'link' | 'embed' | null>(null);
  const [source, setSource] = useState<string | null>(null);
  const menu = useSlashMenu(surface, insert);
  const listeners = useRef({ onChange, showMenu: menu.show });

  useEffect(() => {
    listeners.current = { onChange, showMenu: menu.show };
  });

  useEffect(() => {
    if (!host.current) return;
    const made = new Surface(host.current, initialHtml, {
      onChange: () => listeners.current.onChange(),
      onCaret: setCaret,
      onSlash: (state) => listeners.current.showMenu(state),
      onMenuKey: (event) => menu.takeKey.current(event),
      onLinkWanted: () => setAsking('link'),
      upload,
    });
    surface.current = made;
    return () => made.destroy();
    // Only the first text: later ones come through the handle.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [upload]);

  useImperativeHandle(
    handle,
    () => ({
      html: () => source ?? surface.current?.html() ?? initialHtml,
      setHtml: (html) => {
        if (source !== null) setSource(html);
        surface.current?.setHtml(html);
      },
      focus: () => surface.current?.focus(),
    }),
    [source, initialHtml],
  );

  function insert({ insert: what }: SlashItem) {
    if ('block' in what) surface.current?.setKind(what.block);
    else if (what.other === 'raw') surface.current?.insertRaw();
    else if (what.other === 'embed') setAsking('embed');
    else files.current?.click();
  }

  function answerLink(address: string | null, text: string) {
    const purpose = asking;
    setAsking(null);
    if (purpose === 'embed' && address) surface.current?.insertEmbed(address);
    if (purpose === 'link') surface.current?.link(address, text);
  }

  function toggleSource() {
    const html = surface.current?.html() ?? '';
    // Untouched source leaves the sheet as it is, so that looking changes nothing.
    if (source !== null && source !== html) surface.current?.setHtml(source);
    setSource(source === null ? html : null);
  }

  const acts: ToolbarActs = {
    setKind: (kind) => surface.current?.setKind(kind),
    toggleMark: (mark) => surface.current?.toggleMark(mark),
    askLink: () => setAsking('link'),
    pickImages: () => files.current?.click(),
    insert,
    changeTable: (act) => surface.current?.changeTable(act),
    setLanguage: (language) => surface.current?.setLanguage(language),
    undo: () => surface.current?.undo(),
    redo: () => surface.current?.redo(),
  };

  return (
    <>
      <Toolbar caret={caret} acts={acts}>
        <button type="button" className="tools__word" aria-pressed={source !== null} onClick={toggleSource}>
          Source
        </button>
      </Toolbar>
      {source !== null && <SourceView html={source} onChange={(html) => (setSource(html), onChange())} />}
      <div
        ref={host}
        id="body"
        className="sheet__body"
        contentEditable
        suppressContentEditableWarning
        role="textbox"
        tabIndex={0}
        aria-multiline="true"
        aria-label="Text"
        aria-controls={menu.state ? SLASH_MENU_ID : undefined}
        aria-activedescendant={menu.state ? slashOptionId(menu.selected) : undefined}
        data-placeholder="Write, or press / for blocks"
        hidden={source !== null}
        onBlur={() => surface.current?.closeSlash()}
      />
      <ImagePicker handle={files} onPick={(picked) => surface.current?.insertFiles(picked)} />
      {menu.state && <SlashMenu state={menu.state} selected={menu.selected} onChoose={menu.choose} />}
      {asking && (
        <LinkDialog
          purpose={asking}
          current={asking === 'link' ? (caret.link ?? '') : ''}
          needsText={!caret.hasSelection && caret.link === null}
          onDone={answerLink}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

function ImagePicker({ handle, onPick }: { handle: Ref<HTMLInputElement>; onPick: (files: File[]) => void }) {
  return (
    <input
      ref={handle}
      type="file"
      accept="image/jpeg,image/png,image/webp,image/gif"
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
