import type { Action } from '@/components/ui/action-errors';
import { AddPasskey } from './add-passkey';
import { PasskeyButton } from './passkey-button';
import { PasskeyList } from './passkey-list';

type Passkey = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };
type Actions = Record<'begin' | 'add' | 'rename' | 'remove' | 'beginConfirmation' | 'confirm', Action>;
type Props = {
  passkeys: Passkey[];
  timeZone: string;
  /** Suggested for a new one. */
  name: string;
  /** Whether the site asks this person to use one before they go on. */
  isNeeded: boolean;
  actions: Actions;
};

/** The part of the account page about passkeys. */
export function PasskeySection({ passkeys, timeZone, name, isNeeded, actions }: Props) {
  return (
    <section className="auth__part" aria-labelledby="passkeys">
      <h2 id="passkeys">Passkeys</h2>
      {isNeeded && (
        <p className="notice" role="status">
          {passkeys.length > 0
            ? 'This site asks its staff to use a passkey. Confirm with one of yours to open the dashboard.'
            : 'This site asks its staff to use a passkey. Add one to open the dashboard.'}
        </p>
      )}
      <p className="auth__quiet">
        With a passkey you sign in with your fingerprint, your face or the PIN of your device, without a password.
        Adding and removing one needs a sign-in of the last 15 minutes.
      </p>
      <PasskeyList passkeys={passkeys} timeZone={timeZone} rename={actions.rename} remove={actions.remove} />
      {passkeys.length > 0 && (
        <PasskeyButton begin={actions.beginConfirmation} send={actions.confirm} label="Confirm with your passkey" />
      )}
      <AddPasskey begin={actions.begin} add={actions.add} name={name} />
    </section>
  );
}
