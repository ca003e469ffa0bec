'use client';

import { useEffect, useState } from 'react';
import type { Action } from '@/components/ui/action-errors';
import { idle } from '@/lib/forms/form-state';
import { PasskeyNotice } from './passkey-notice';
import { signInBelowField } from './passkey-in-field';

type Props = { begin: Action; send: Action; to: string };

/** Lets the browser offer passkeys below the field for the e-mail address; signs in when one is chosen there. */
export function PasskeyAutofill({ begin, send, to }: Props) {
  const [state, setState] = useState(idle);
  useEffect(() => {
    // Nobody asked for it yet: if it fails, the form and the button are still there.
    signInBelowField({ begin, send }, to, setState).catch(() => {});
  }, [begin, send, to]);
  return <PasskeyNotice state={state} />;
}
