import { useEffectEvent, useLayoutEffect } from 'react';
import type { FormSubmission } from './use-form-submission';

/**
 * After an answer the fields return to what they were at first, because what is entered next is another one; not where
 * typing went on meanwhile. `onNext` is called before.
 */
export function useNextEntry(isWanted: boolean, submission: FormSubmission, onNext = () => {}) {
  const {
    state,
    isAhead,
    form: { ref },
  } = submission;
  const begin = useEffectEvent(onNext);
  // Before anything can be typed after the answer.
  useLayoutEffect(() => {
    if (!isWanted || state.status !== 'done' || isAhead) return;
    begin();
    ref.current?.reset();
  }, [isWanted, state, isAhead, ref]);
}
