'use client';

import { readStoredText, storeText } from './stored-text';

/** The words that a reader selected in the comment around an element, as a quotation in Markdown; "" if none. */
export function quoteBeside(element: Element) {
  const selection = document.getSelection();
  const body = element.closest('.comment')?.querySelector('.comment__body');
  const isWithin = body?.contains(selection?.anchorNode ?? null) && body.contains(selection?.focusNode ?? null);
  const words = isWithin ? String(selection).trim() : '';
  return words && `${words.replace(/^/gm, '> ')}\n\n`;
}

/** Adds a quotation to what is being written in reply to a comment, whether its form is open or not. */
export function addQuote(postId: string, parentId: string, quote: string) {
  if (!quote) return;
  const field = document.getElementById(`comment-body-${parentId}`) as HTMLTextAreaElement | null;
  const stored = readStoredText(postId, parentId);
  const written = field?.value ?? (stored?.sent ? '' : (stored?.text ?? ''));
  const text = written ? `${written.trimEnd()}\n\n${quote}` : quote;
  storeText(postId, parentId, { text, sent: false });
  if (field) field.value = text;
}
