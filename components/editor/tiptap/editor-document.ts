import type { Editor, EditorOptions, NodeViewRenderer } from '@tiptap/core';
import { Placeholder } from '@tiptap/extensions';
import type { AdminText } from '@/lib/i18n/admin/admin-text';
import { treeOfHtml } from '../document/dom-tree';
import { HtmlDocument } from '../document/html-document';
import { schemaExtensions } from './extensions';
import { codeView, embedView, figureView } from './node-views';
import { Find } from './find';
import { chosenImage, replaceImage } from './image-commands';
import { buttonView, calloutView, columnsView, toggleView } from './layout-views';
import { Keys } from './keys';
import { readPage } from '../body/read-page';
import { isItemNamed } from '../body/slash-items';
import { bookmarkView, fileView, galleryView, playerView, type LibraryChoice, type MediaTools } from './media-views';
import { MissingImages } from './missing-images';
import { missingView } from './missing-view';
import { NoteMarks } from './note-marks';
import { receiveDrop, receivePaste } from './paste-handling';
import { TypographicQuotes } from './quotes';
import { rawView } from './raw-view';
import { Slash, type SlashState } from './slash';
import { slotSpotView, type SlotChoices } from './slot-spots';
import { insertBlocks, restoreSelection } from './block-commands';
import { UploadPlaceholders, Uploads, type ImageSource, type SendFile, type UploadFile } from './uploads';

export type EditorEvents = {
  onChange: () => void;
  onSlash: (state: SlashState) => void;
  onMenuKey: (event: KeyboardEvent) => boolean;
  onLinkWanted: () => void;
  onToolsWanted: () => void;
  onFindWanted: () => void;
  /** The mark of a note in the text was pressed. */
  onNote: (id: string) => void;
  /** Something was rejected, with a sentence why. */
  onRefused: (sentence: string) => void;
  upload: UploadFile;
  sendFile: SendFile;
  /** An image of the library is to be chosen. */
  onLibraryWanted: (then: LibraryChoice) => void;
};

/** `language`: of the text; `framesOf`: the post, if this user may add frames to it. */
export type Initial = { html: string; slots: SlotChoices; language: string; framesOf: string | null };

type Parts = { editor: Editor; document: HtmlDocument; uploads: Uploads; missing: MissingImages };

/** A Tiptap editor for stored HTML, with pasting and dropping. */
export class EditorDocument {
  readonly options: Partial<EditorOptions> & { immediatelyRender: false; shouldRerenderOnTransaction: false };
  readonly #initialHtml: string;
  readonly #language: string;
  readonly #slots: SlotChoices;
  readonly #framesOf: string | null;
  readonly #t: AdminText;
  #parts: Parts | null = null;
  #events: EditorEvents | null = null;

  constructor({ html, slots, language, framesOf }: Initial, t: AdminText) {
    this.#initialHtml = html;
    this.#language = language;
    this.#slots = slots;
    this.#framesOf = framesOf;
    this.#t = t;
    this.options = {
      immediatelyRender: false,
      shouldRerenderOnTransaction: false,
      injectCSS: false,
      extensions: this.#extensions(),
      editorProps: this.#editorProps(),
      onBeforeCreate: ({ editor }) => this.#begin(editor),
      onUpdate: () => this.#events?.onChange(),
      onDestroy: () => this.#stop(),
    };
  }

  listen(events: EditorEvents) {
    this.#events = events;
  }

  /** The text as it would be stored. */
  html() {
    return this.#parts ? this.#parts.document.write(this.#parts.editor.state.doc) : this.#initialHtml;
  }

  /** Replaces the text; can be undone. */
  setHtml(html: string) {
    if (!this.#parts) return;
    const { editor, document } = this.#parts;
    const { tr } = editor.state;
    editor.view.dispatch(tr.replaceWith(0, tr.doc.content.size, document.read(treeOfHtml(html), html).content));
  }

  /** Inserts an image of the library at the caret. */
  insertImage({ src, alt, width, height }: Omit<ImageSource, 'mediaId'>) {
    if (!this.#parts) return;
    const { editor } = this.#parts;
    const image = width && height ? { width: String(width), height: String(height) } : null;
    insertBlocks(editor, [editor.schema.nodes.figure!.create({ src, alt, image })]);
  }

  /** Puts an image of the library in the place of the selected one. */
  replaceImage(image: Omit<ImageSource, 'mediaId'>) {
    const editor = this.#parts?.editor;
    const chosen = editor && chosenImage(editor.state);
    if (chosen) replaceImage(editor, chosen.image.src, image);
  }

  /** Uploads an image for the place of the selected one. */
  async replaceImageBy(file: File) {
    const editor = this.#parts?.editor;
    const chosen = editor && chosenImage(editor.state);
    if (!chosen || !this.#events) return;
    const t = this.#t;
    try {
      const signal = new AbortController().signal;
      const image = await this.#events.upload(file, { onProgress: () => {}, signal });
      if (!editor.isDestroyed) replaceImage(editor, chosen.image.src, image);
      this.#events.onRefused('');
    } catch (error) {
      this.#events.onRefused(error instanceof Error ? t.said(error.message) : t('The image could not be uploaded.'));
    }
  }

  insertFiles(files: readonly File[]) {
    this.#parts?.uploads.begin(files);
  }

  /** The HTML source is shown: what uploads bring waits until it is not. */
  showsSource(isShown: boolean) {
    if (isShown) this.#parts?.uploads.hold();
    else this.#parts?.uploads.release();
  }

  /** Handles pasted or dropped content; files that cannot be taken are refused with a sentence. */
  #received(transfer: DataTransfer | null, take: () => boolean) {
    if (!this.#parts) return false;
    const t = this.#t;
    const files = [...(transfer?.files ?? [])];
    const hasText = ['text/html', 'text/plain'].some((type) => transfer?.getData(type).trim());
    const isTaken = take();
    const isRefused = files.length > 0 && !hasText && !isTaken;
    this.#events?.onRefused(isRefused ? t('No file can be added here.') : '');
    return isTaken || isRefused;
  }

  #begin(editor: Editor) {
    const document = new HtmlDocument(editor.schema);
    const send: UploadFile = (file, options) =>
      this.#events ? this.#events.upload(file, options) : Promise.reject(new Error('The image could not be uploaded.'));
    const sendFile: SendFile = (file, options) =>
      this.#events
        ? this.#events.sendFile(file, options)
        : Promise.reject(new Error('The file could not be uploaded.'));
    const uploads = new Uploads(editor, { image: send, file: sendFile }, this.#t);
    this.#parts = { editor, document, uploads, missing: new MissingImages(editor, send) };
    // Tiptap accepts a document as content, but its types do not.
    Object.assign(editor.options, { content: document.read(treeOfHtml(this.#initialHtml), this.#initialHtml) });
  }

  #stop() {
    this.#parts?.uploads.stop();
    this.#parts?.missing.stop();
  }

  #extensions() {
    const t = this.#t;
    const tools: MediaTools = {
      upload: (file, options) => this.#events?.upload(file, options) ?? Promise.reject(new Error('')),
      choose: (then) => this.#events?.onLibraryWanted(then),
      readPage,
    };
    const views: Record<string, NodeViewRenderer> = {
      figure: figureView(t),
      missingImage: missingView(t, () => this.#parts?.missing ?? null),
      embed: embedView(t),
      rawBlock: rawView(t, this.#framesOf),
      slotSpot: slotSpotView(t, this.#slots),
      codeBlock: codeView(t),
      callout: calloutView(t),
      toggle: toggleView(t),
      columns: columnsView(t),
      button: buttonView(t),
      gallery: galleryView(t, tools),
      player: playerView(t, tools),
      file: fileView(t),
      bookmark: bookmarkView(t, tools),
    };
    return [
      ...schemaExtensions(views, t),
      Placeholder.configure({ placeholder: t('Write, or type / for blocks') }),
      UploadPlaceholders,
      Find,
      TypographicQuotes.configure({ language: this.#language }),
      NoteMarks.configure({ onNote: (id) => this.#events?.onNote(id) }),
      Keys.configure({
        onLinkWanted: () => this.#events?.onLinkWanted(),
        onToolsWanted: () => this.#events?.onToolsWanted(),
        onFindWanted: () => this.#events?.onFindWanted(),
      }),
      Slash.configure({
        onSlash: (state) => this.#events?.onSlash(state),
        onMenuKey: (event) => this.#events?.onMenuKey(event) ?? false,
        isNamed: (typed) => isItemNamed(typed, t),
      }),
    ];
  }

  #editorProps(): EditorOptions['editorProps'] {
    const t = this.#t;
    return {
      attributes: {
        id: 'body',
        class: 'document__body',
        role: 'textbox',
        // Browser translation must not change the text.
        translate: 'no',
        'aria-label': t('Text'),
        'aria-multiline': 'true',
      },
      handlePaste: (_view, event) => this.#received(event.clipboardData, () => receivePaste(this.#parts!, event)),
      handleDOMEvents: {
        // A busy browser may report a key before the selection change that preceded it.
        keydown: (view, event) => {
          if (!event.isComposing) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
          return false;
        },
        drop: (_view, event) => {
          const isTaken = this.#received(event.dataTransfer, () => receiveDrop(this.#parts!, event));
          // Otherwise the browser navigates to a dropped file.
          if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
          return isTaken;
        },
        // A closing dialog restores the focus, but not the selection.
        focus: (view) => {
          if (!holdsSelection(view.dom))
            requestAnimationFrame(() => view.hasFocus() && !holdsSelection(view.dom) && restoreSelection(view));
          return false;
        },
        dragover: (_view, event) => {
          if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
          return false;
        },
      },
    };
  }
}

function holdsSelection(dom: HTMLElement) {
  return dom.contains(dom.ownerDocument.getSelection()?.anchorNode ?? null);
}
