import { isTextSelection, type Editor } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import { knownEmbed } from '@/lib/html/embeds';
import { ownPath } from '@/lib/html/own-addresses';
import type { HtmlNode } from '@/lib/html/tree';
import { readChecklists } from '../document/checklists';
import { treeOfHtml } from '../document/dom-tree';
import { cleanForeign } from '../document/foreign';
import { takeEmbeddedImages } from '../document/foreign-images';
import { readPastedText } from '../document/markdown';
import { readPastedCode, type PastedCode } from '../document/pasted-code';
import type { HtmlDocument } from '../document/html-document';
import { isFurniture } from './node-views';
import type { MissingImages } from './missing-images';
import { insertEmbed } from './embed-commands';
import { lineBlocks } from './keys';
import type { Uploads } from './uploads';

type Receiver = { editor: Editor; uploads: Uploads; missing: MissingImages; document: HtmlDocument };

/** Handles a paste; false leaves it to ProseMirror (its own copies, code blocks). */
export function receivePaste(receiver: Receiver, event: ClipboardEvent): boolean {
  const { editor, uploads } = receiver;
  const { clipboardData } = event;
  if (!clipboardData || isFurniture(event.target)) return false;
  const files = [...clipboardData.files];
  const html = clipboardData.getData('text/html');
  const text = clipboardData.getData('text/plain');
  if (files.length > 0 && !text.trim()) {
    uploads.begin(files);
    return true;
  }
  const { parent } = editor.state.selection.$from;
  const isOwnCopy = html.includes('data-pm-slice') && !(parent.type.name === 'footnote' && breaksNote(html, text));
  if (isOwnCopy || parent.type.spec.code) return false;
  if (takesOneLine.includes(parent.type.name)) return insertText(editor, text.replace(/\s+/g, ' '));
  const tree = treeOfHtml(html);
  const code = readPastedCode(tree, clipboardData.getData('vscode-editor-data'));
  if (code && text) return receiveSource(receiver, text, code);
  return html ? insertForeign(receiver, tree) : receiveText(receiver, text);
}

/** Whether only inline content is allowed. */
const takesOneLine = [...lineBlocks, 'footnote', 'toggleSummary'];

/** Whether ProseMirror would insert the copy after the footnote. */
function breaksNote(html: string, text: string) {
  return text.includes('\n') || html.includes('data-footnote');
}

export function receiveDrop({ editor, uploads }: Receiver, event: DragEvent): boolean {
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length === 0) return false;
  event.preventDefault();
  const at = editor.view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
  uploads.begin(files, at);
  return true;
}

/** Code from a code editor: lines become a code block, a few words stay inline. */
function receiveSource(receiver: Receiver, source: string, copied: NonNullable<PastedCode>) {
  const { editor } = receiver;
  const text = source.replace(/\r\n?/g, '\n');
  if (copied.kind === 'text') return receiveText(receiver, text);
  const isOnEmptyLine = editor.state.selection.$from.parent.content.size === 0;
  if (!text.trim() || (!text.includes('\n') && !isOnEmptyLine)) return insertText(editor, text);
  const { codeBlock } = editor.schema.nodes;
  const words = editor.schema.text(text.replace(/\n$/, ''));
  insertPieces(editor, [codeBlock!.create({ language: copied.language }, words)]);
  return true;
}

function receiveText(receiver: Receiver, text: string) {
  const { editor } = receiver;
  const { selection } = editor.state;
  const pasted = readPastedText(text);
  if (pasted.kind === 'html') return insertForeign(receiver, treeOfHtml(pasted.html));
  if (pasted.kind === 'line') return insertText(editor, pasted.text);
  const href = ownPath(pasted.url, [location.host]);
  if (!selection.empty && isTextSelection(selection)) editor.commands.setMark('link', { href });
  else if (!insertKnownEmbed(editor, pasted.url)) insertLink(editor, href, text.trim());
  return true;
}

/** HTML of another program: its images are inserted as they arrive. */
function insertForeign({ editor, missing, document }: Receiver, tree: readonly HtmlNode[]) {
  const { nodes, embedded } = takeEmbeddedImages(readChecklists(tree));
  const { blocks, begin } = missing.prepare(document.readPiece(cleanForeign(nodes, [location.host])), embedded);
  insertPieces(editor, blocks);
  begin();
  return true;
}

/** A known address on its own line becomes an embed. */
function insertKnownEmbed(editor: Editor, url: string) {
  const { parent } = editor.state.selection.$from;
  const embed = parent.type.name === 'paragraph' && parent.content.size === 0 ? knownEmbed(url) : null;
  if (!embed) return false;
  insertEmbed(editor, url);
  return true;
}

function insertLink(editor: Editor, url: string, words: string) {
  const { link } = editor.schema.marks;
  editor.view.dispatch(
    editor.state.tr
      .replaceSelectionWith(editor.schema.text(words, [link!.create({ href: url })]), false)
      .scrollIntoView(),
  );
}

function insertText(editor: Editor, text: string) {
  editor.view.dispatch(editor.state.tr.insertText(text).scrollIntoView());
  return true;
}

/** First and last paragraphs merge into the current line; other blocks stay blocks. */
function insertPieces(editor: Editor, blocks: Parameters<typeof Fragment.fromArray>[0]) {
  if (blocks.length === 0) return;
  const isLine = (at: number) => (blocks.at(at)?.type.name === 'paragraph' ? 1 : 0);
  const slice = new Slice(Fragment.fromArray(blocks), isLine(0), isLine(-1));
  editor.view.dispatch(editor.state.tr.replaceSelection(slice).scrollIntoView());
}
