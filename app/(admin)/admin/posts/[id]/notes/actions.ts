'use server';

import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { answerForm, noteForm, removalForm, settlingForm, unmatchedSentence } from '@/lib/notes/note';
import { answerNote, deleteNote, settleNote, writeNote } from '@/lib/notes/writing';

const often = { name: 'note.write', limit: 120, seconds: 600 };

export const writeNoteAction = formAction(
  { name: 'note.write', who: 'posts.write', schema: noteForm, rateLimit: often },
  async (draft, { actor }) => {
    return done(`Note added.${unmatchedSentence(await writeNote(actor, draft))}`);
  },
);

export const answerNoteAction = formAction(
  { name: 'note.answer', who: 'posts.write', schema: answerForm, rateLimit: often },
  async (answer, { actor }) => {
    return done(`Answer added.${unmatchedSentence(await answerNote(actor, answer))}`);
  },
);

export const settleNoteAction = formAction(
  { name: 'note.settle', who: 'posts.write', schema: settlingForm, rateLimit: often },
  async (settling, { actor }) => {
    await settleNote(actor, settling);
    return done(settling.intent === 'resolve' ? 'Note resolved.' : 'Note reopened.');
  },
);

export const deleteNoteAction = formAction(
  { name: 'note.delete', who: 'posts.write', schema: removalForm, rateLimit: often },
  async (removal, { actor }) => {
    await deleteNote(actor, removal);
    return done('Deleted.');
  },
);
