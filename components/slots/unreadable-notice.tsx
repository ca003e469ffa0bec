import { useText } from '#text';
import { fieldLabels } from '@/lib/slots/slot-fields';

/** Says that a slot is not shown because its rules cannot be read, and how to fix it. */
export function UnreadableNotice({ problems }: { problems: readonly string[] }) {
  const t = useText();
  const names = Object.entries(fieldLabels).flatMap(([name, label]) =>
    problems.includes(name) ? `“${t(label)}”` : [],
  );
  return (
    <p className="notice notice--refused" role="alert">
      {names.length > 0
        ? t(
            'The stored rules of this slot could not be read ({names}), so it is shown nowhere. Check what is filled in below, choose its pages and save.',
            { names: names.join(', ') },
          )
        : t(
            'The stored rules of this slot could not be read, so it is shown nowhere. Check what is filled in below, choose its pages and save.',
          )}
    </p>
  );
}
