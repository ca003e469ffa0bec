import type { NoteKind } from './note';

/** What people are told of a note of each kind; each sentence takes the same. */
export const noteSentences = {
  note: 'notifications.note',
  returned: 'notifications.noteReturned',
  'handed-in': 'notifications.noteHandedIn',
} as const satisfies Record<NoteKind, string>;
