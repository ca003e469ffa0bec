'use client';

import { useActionState } from 'react';
import { idle } from '@/lib/forms/form-state';
import type { Action } from './action-errors';
import { FormAnswer } from './form-answer';

/** Without JavaScript, what an action did whose form, with the permalink `at`, is not on the page any more. */
export function EarlierAnswer({ action, at }: { action: Action; at: string }) {
  const [state] = useActionState(action, idle, at);
  return <FormAnswer state={state} />;
}
