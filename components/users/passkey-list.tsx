import { FieldsForm } from '@/components/ui/fields-form';
import type { Action } from '@/components/ui/action-errors';
import { shortMoment } from '@/lib/time/site-time';

type Passkey = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };
type Props = { passkeys: Passkey[]; timeZone: string; rename: Action; remove: Action };

/** Somebody's passkeys, each with a button that removes it, and a form to rename one. */
export function PasskeyList({ passkeys, timeZone, rename, remove }: Props) {
  if (passkeys.length === 0) return <p className="auth__quiet">You have no passkey yet.</p>;
  const [first] = passkeys;
  return (
    <>
      <ul className="sessions">
        {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
          <li key={id}>
            <p>
              <bdi>{name}</bdi>
            </p>
            <p>{whenUsed(createdAt, lastUsedAt, timeZone)}</p>
            <FieldsForm
              action={remove}
              isOneOfSeveral
              hidden={{ id }}
              fields={[]}
              submit={`Remove “${name}”`}
              tone="plain"
              question={{ title: `Remove the passkey “${name}”?`, what: 'Nobody can sign in with it any more.' }}
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
            label: 'Passkey',
            kind: 'select',
            value: first?.id ?? '',
            options: passkeys.map(({ id, name }) => ({ value: id, label: name })),
          },
          { name: 'passkeyName', label: 'New description', maxLength: 60 },
        ]}
        submit="Rename"
        tone="plain"
      />
    </>
  );
}

function whenUsed(createdAt: Date, lastUsedAt: Date | null, timeZone: string) {
  const added = `Added ${shortMoment(createdAt, { timeZone })}`;
  return lastUsedAt ? `${added}, last used ${shortMoment(lastUsedAt, { timeZone })}` : `${added}, not used yet`;
}
