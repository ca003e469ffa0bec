import type { Action } from '@/components/ui/action-errors';
import type { Translator } from '@/lib/i18n/translator';
import type { DateStyle } from '@/lib/time/dates';
import { AddPasskey } from './add-passkey';
import { PasskeyButton } from './passkey-button';
import { PasskeyList } from './passkey-list';
import { passkeyWords } from './passkey-words';

type Passkey = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };
type Actions = Record<'begin' | 'add' | 'rename' | 'remove' | 'beginConfirmation' | 'confirm', Action>;
type Props = {
  passkeys: Passkey[];
  dates: DateStyle;
  t: Translator;
  /** Suggested for a new one. */
  name: string;
  /** Whether the site asks this person to use one before they go on. */
  isNeeded: boolean;
  actions: Actions;
};

/** The part of the account page about passkeys. */
export function PasskeySection({ passkeys, dates, t, name, isNeeded, actions }: Props) {
  return (
    <section className="auth__part" aria-labelledby="passkeys">
      <h2 id="passkeys">{t('passkey.title')}</h2>
      {isNeeded && (
        <p className="notice" role="status">
          {t(passkeys.length > 0 ? 'passkey.neededConfirm' : 'passkey.neededAdd')}
        </p>
      )}
      <p className="auth__quiet">{t('passkey.hint')}</p>
      <PasskeyList {...{ passkeys, dates, t }} rename={actions.rename} remove={actions.remove} />
      {passkeys.length > 0 && (
        <PasskeyButton begin={actions.beginConfirmation} send={actions.confirm} label={t('passkey.confirm')} />
      )}
      <AddPasskey begin={actions.begin} add={actions.add} name={name} words={passkeyWords(t)} />
    </section>
  );
}
