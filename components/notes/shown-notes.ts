import type { Action } from '@/components/ui/action-errors';
import type { OfferedPerson } from '@/lib/comments/mentions/mention';
import type { Passage } from '@/lib/html/passage';
import type { NoteKind } from '@/lib/notes/note';

/** A note as it is shown: dates in the site's time zone and the person's language. */
export type ShownNote = { id: string; author: string; isOwn: boolean; body: string; when: string };

export type ShownThread = ShownNote & {
  kind: NoteKind;
  isResolved: boolean;
  version: number;
  passage: Passage & { isGone: boolean };
  answers: ShownNote[];
};

export type ShownNotes = {
  postId: string;
  open: ShownThread[];
  resolved: ShownThread[];
  /** Who can be mentioned. */
  colleagues: OfferedPerson[];
};

export type NoteActions = { write: Action; answer: Action; settle: Action; remove: Action };
