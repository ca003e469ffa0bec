import { differingFields, type EditorFields } from './fields';

/** What this browser remembers of a post between two answers of the server. */
export type JournalEntry = {
  /** The server's version that the text was written on. */
  version: number;
  fields: EditorFields;
  /** When it was last changed, ms since the epoch. */
  at: number;
};

/** newer: nobody else saved meanwhile. apart: somebody did, so both are true. */
export type JournalOffer = { kind: 'newer' | 'apart'; entry: JournalEntry };

/** Whether what this browser kept is worth offering beside what the server has. */
export function journalOffer(entry: JournalEntry | null, server: { version: number; fields: EditorFields }) {
  if (!entry || differingFields(entry.fields, server.fields).length === 0) return null;
  const kind = entry.version >= server.version ? 'newer' : 'apart';
  return { kind, entry } satisfies JournalOffer;
}

/** Reads what an older version of this page may have written; anything unexpected is no entry. */
export function parseJournalEntry(value: unknown, like: EditorFields): JournalEntry | null {
  if (typeof value !== 'object' || value === null) return null;
  const { version, fields, at } = value as Partial<Record<keyof JournalEntry, unknown>>;
  if (typeof version !== 'number' || typeof at !== 'number') return null;
  if (typeof fields !== 'object' || fields === null) return null;
  const kept = Object.entries(like).map(([name, initial]) => {
    const found = (fields as Record<string, unknown>)[name];
    const fits = typeof found === typeof initial && Array.isArray(found) === Array.isArray(initial);
    return [name, fits ? found : initial];
  });
  return { version, at, fields: Object.fromEntries(kept) as EditorFields };
}
