'use client';

import { useText } from '#text';
import type { ActionName, ActionResult } from './use-editor-actions';

const names: ActionName[] = ['publish', 'unpublish', 'trash', 'restore'];

/** What the last action did, and how to undo it. */
export function ActionNotice({
  result,
  onAction,
}: {
  result: ActionResult | null;
  onAction: (name: ActionName, more?: Record<string, string>) => void;
}) {
  const t = useText();
  if (!result?.state.message) return null;
  const { status, message, values } = result.state;
  const undo = names.find((name) => name === values.undo);
  return (
    <div className={`notice notice--${status}`} role={status === 'refused' ? 'alert' : 'status'}>
      <span>{message}</span>
      {values.view && (
        <a className="notice__action" href={values.view}>
          {t('View it')}
        </a>
      )}
      {undo && (
        <button
          type="button"
          className="notice__action"
          onClick={() => onAction(undo, values.undoAt ? { when: 'at', publishAt: values.undoAt } : {})}
        >
          {t('Undo')}
        </button>
      )}
    </div>
  );
}
