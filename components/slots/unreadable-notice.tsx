import { fieldLabels } from '@/lib/slots/slot-fields';

/** Says that a slot is not shown because its rules cannot be read, and how to fix it. */
export function UnreadableNotice({ problems }: { problems: readonly string[] }) {
  const names = Object.entries(fieldLabels).flatMap(([name, label]) => (problems.includes(name) ? `“${label}”` : []));
  const what = names.length > 0 ? ` (${names.join(', ')})` : '';
  return (
    <p className="notice notice--refused" role="alert">
      {`The stored rules of this slot could not be read${what}, so it is shown nowhere. Check what is filled in below, choose its pages and save.`}
    </p>
  );
}
