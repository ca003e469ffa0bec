'use client';

import { useText } from '#text';
import { FormNotice } from '@/components/ui/form-notice';
import type { FormState } from '@/lib/forms/form-state';

/** What a passkey was answered, by the site or by this browser. */
export function PasskeyNotice({ state }: { state: FormState }) {
  const t = useText();
  return <FormNotice state={{ ...state, message: t.said(state.message) }} />;
}
