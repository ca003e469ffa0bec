'use client';

import type { Action } from '@/components/ui/action-errors';
import { useFormAction } from '@/components/ui/use-form-action';
import type { FormState } from '@/lib/forms/form-state';
import { UndoNotice } from './undo-notice';

/** What was done before this page was opened, with its undo, and then what the undo did. */
export function AnswerWithUndo({ answer, action }: { answer: FormState; action: Action }) {
  const [state, formAction] = useFormAction(action);
  return <UndoNotice state={state.status === 'idle' ? answer : state} action={formAction} />;
}
