import type { LocalDraft } from './local-draft-offer';

/**
 * The browser's own copy of the unsaved text, one entry per post. IndexedDB, because a long text does not fit into
 * localStorage; where neither works (a private window may refuse both) writing continues and the result says so.
 */
const DATABASE = 'masthead-writing';
const STORE = 'posts';

export async function readLocalDraft(postId: string): Promise<unknown> {
  const inDatabase: unknown = await inStore('readonly', (store) => store.get(postId)).catch(() => null);
  const local = readLocal(postId);
  // A page that ended quickly left its last text in localStorage and an older one in IndexedDB.
  return momentOf(local) >= momentOf(inDatabase) ? local : inDatabase;
}

/** Resolves with whether the text is stored. */
export async function writeLocalDraft(postId: string, entry: LocalDraft): Promise<boolean> {
  try {
    await inStore('readwrite', (store) => store.put(entry, postId));
    return true;
  } catch {
    return writeLocal(postId, entry);
  }
}

export async function clearLocalDraft(postId: string) {
  await inStore('readwrite', (store) => store.delete(postId)).catch(() => null);
  try {
    localStorage.removeItem(storageKey(postId));
  } catch {
    // Nothing was stored there either.
  }
}

/** A synchronous copy of the same entry, in case the page is closed before IndexedDB responds. */
export function writeLocalDraftNow(postId: string, entry: LocalDraft) {
  writeLocal(postId, entry);
}

function momentOf(entry: unknown) {
  if (typeof entry !== 'object' || entry === null || !('at' in entry)) return 0;
  return typeof entry.at === 'number' ? entry.at : 0;
}

function readLocal(postId: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(storageKey(postId)) ?? 'null') as unknown;
  } catch {
    return null;
  }
}

function writeLocal(postId: string, entry: LocalDraft) {
  try {
    localStorage.setItem(storageKey(postId), JSON.stringify(entry));
    return true;
  } catch {
    return false;
  }
}

function storageKey(postId: string) {
  return `writing:${postId}`;
}

async function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      // Strict: what was acknowledged survives a killed browser.
      const transaction = database.transaction(STORE, mode, { durability: 'strict' });
      const request = ask(transaction.objectStore(STORE));
      transaction.addEventListener('complete', () => resolve(request.result));
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('not kept')));
    });
  } finally {
    database.close();
  }
}

function open() {
  return new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no journal')));
    request.addEventListener('blocked', () => reject(new Error('no journal')));
  });
}
