'use client';

/** An unsent comment, stored in the browser until it is published: one text per form. */
type StoredText = { text: string; sent: boolean };

const listeners = new Set<() => void>();
const keyOf = (postId: string, parentId: string) => `comment:${postId}:${parentId}`;

export function readStoredText(postId: string, parentId: string): StoredText | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(postId, parentId)) ?? 'null') as StoredText | null;
  } catch {
    return null;
  }
}

/** The text sent from this form but not yet seen published; "" if none. */
export function sentText(postId: string, parentId: string) {
  const stored = readStoredText(postId, parentId);
  return stored?.sent ? stored.text : '';
}

export function onStoredText(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function storeText(postId: string, parentId: string, stored: StoredText) {
  try {
    if (stored.text) localStorage.setItem(keyOf(postId, parentId), JSON.stringify(stored));
    else localStorage.removeItem(keyOf(postId, parentId));
  } catch {
    // Without storage, what is typed can still be sent.
  }
  for (const listener of listeners) listener();
}

export function clearStoredText(postId: string, parentId: string) {
  storeText(postId, parentId, { text: '', sent: false });
}

/** Clears the sent texts of a post. */
export function clearSentText(postId: string) {
  for (const key of sentKeys(postId)) localStorage.removeItem(key);
  for (const listener of listeners) listener();
}

/** Clears a sent text that is published or pending. */
export function clearPostedTexts(postId: string, parentId: string, body: string) {
  const stored = readStoredText(postId, parentId);
  if (stored?.sent && plain(stored.text) === plain(body)) clearStoredText(postId, parentId);
}

function sentKeys(postId: string) {
  try {
    return Object.keys(localStorage).filter((key) => {
      const parentId = key.startsWith(keyOf(postId, '')) ? key.slice(keyOf(postId, '').length) : null;
      return parentId !== null && sentText(postId, parentId) !== '';
    });
  } catch {
    return [];
  }
}

// Normalised as on the server.
function plain(text: string) {
  return text.replace(/\r\n?/g, '\n').normalize('NFC').trim();
}
