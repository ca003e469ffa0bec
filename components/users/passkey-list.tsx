import { FieldsForm } from '@/components/ui/fields-form';
import type { Action } from '@/components/ui/action-errors';
import type { Translator } from '@/lib/i18n/translator';
import { formatMoment, type DateStyle } from '@/lib/time/dates';

type Passkey = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };
type Props = { passkeys: Passkey[]; dates: DateStyle; t: Translator; rename: Action; remove: Action };

/** Somebody's passkeys, each with a button that removes it, and a form to rename one. */
export function PasskeyList({ passkeys, dates, t, rename, remove }: Props) {
  if (passkeys.length === 0) return <p className="auth__quiet">{t('passkey.none')}</p>;
  const [first] = passkeys;
  return (
    <>
      <ul className="sessions">
        {passkeys.map(({ id, name, ...times }) => (
          <li key={id}>
            <p>
              <bdi>{name}</bdi>
            </p>
            <p>{whenUsed(times, dates, t)}</p>
            <FieldsForm
              action={remove}
              isOneOfSeveral
              hidden={{ id }}
              fields={[]}
              submit={t('passkey.remove', { name })}
              tone="plain"
              question={{ title: t('passkey.removeQuestion', { name }), what: t('passkey.removeWhat') }}
            />
          </li>
        ))}
      </ul>
      <FieldsForm
        action={rename}
        isOneOfSeveral
        fields={[
          {
            name: 'passkey',
            label: t('passkey.one'),
            kind: 'select',
            value: first?.id ?? '',
            options: passkeys.map(({ id, name }) => ({ value: id, label: name })),
          },
          { name: 'passkeyName', label: t('passkey.newDescription'), maxLength: 60 },
        ]}
        submit={t('passkey.rename')}
        tone="plain"
      />
    </>
  );
}

function whenUsed(
  { createdAt, lastUsedAt }: Pick<Passkey, 'createdAt' | 'lastUsedAt'>,
  dates: DateStyle,
  t: Translator,
) {
  const added = formatMoment(createdAt, dates);
  if (!lastUsedAt) return t('passkey.addedUnused', { added });
  return t('passkey.addedUsed', { added, used: formatMoment(lastUsedAt, dates) });
}
