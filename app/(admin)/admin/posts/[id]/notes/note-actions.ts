import type { NoteActions } from '@/components/notes/shown-notes';
import { answerNoteAction, deleteNoteAction, settleNoteAction, writeNoteAction } from './actions';

export const noteActions: NoteActions = {
  write: writeNoteAction,
  answer: answerNoteAction,
  settle: settleNoteAction,
  remove: deleteNoteAction,
};
