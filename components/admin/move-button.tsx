import type { LucideIcon } from 'lucide-react';

type Props = {
  /** The way, and the id of what is moved. */
  name: string;
  value: string;
  label: string;
  /** Otherwise a press says why not. */
  isPossible: boolean;
  Icon: LucideIcon;
};

/** A button that moves its row within an ordered list. */
export function MoveButton({ name, value, label, isPossible, Icon }: Props) {
  return (
    <button
      className="button button--quiet ordered-row__button"
      name={name}
      value={value}
      aria-label={label}
      title={label}
      aria-disabled={!isPossible}
    >
      <Icon aria-hidden size={18} strokeWidth={1.75} />
    </button>
  );
}
