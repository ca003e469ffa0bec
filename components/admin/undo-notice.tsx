import { useText } from '#text';
import type { FormState } from '@/lib/forms/form-state';

type Props = {
  state: FormState;
  action: (form: FormData) => void;
};

/**
 * What an action did, with its undo. The action puts what the undo needs into `state.values`: `undo` (the value of
 * `intent` that reverses it), `undoIds` (what it applied to, separated by commas) and `undoTag` for a tag.
 */
export function UndoNotice({ state, action }: Props) {
  const t = useText();
  if (state.status === 'idle' || !state.message) return null;
  const { undo, undoIds = '', undoTag } = state.values;
  return (
    <div className={`notice notice--${state.status}`} role={state.status === 'refused' ? 'alert' : 'status'}>
      <span>{state.message}</span>
      {state.status === 'done' && undo && (
        <form action={action}>
          {undoIds.split(',').map((id) => (
            <input key={id} type="hidden" name="id" value={id} />
          ))}
          {undoTag && <input type="hidden" name="tag" value={undoTag} />}
          <button className="notice__action" name="intent" value={undo}>
            {t('Undo')}
          </button>
        </form>
      )}
    </div>
  );
}
