'use client';

import { useText } from '#text';
import type { ReactNode } from 'react';
import { NamesInput } from '@/components/ui/names-input';
import type { Action } from '@/components/ui/action-errors';
import type { FormState } from '@/lib/forms/form-state';
import { BulkForm } from './bulk-form';

type Props = {
  action: Action;
  /** What was done before this page was opened. */
  answer: FormState;
  /** Names to merge into. */
  names: string[];
  /** How the list is sorted, with a link to the other order. */
  order: ReactNode;
  /** The rows; null without any. */
  children: ReactNode;
};

/** Tags that are merged and deleted together. */
export function TagList({ action, answer, names, order, children }: Props) {
  const t = useText();
  return (
    <BulkForm
      action={action}
      answer={answer}
      head={order}
      buttons={
        <>
          <span className="bulk__tag">
            <NamesInput
              names={names}
              name="into"
              aria-label={t('Merge into')}
              placeholder={t('Name of a tag')}
              maxLength={60}
            />
            <button className="button" name="intent" value="merge">
              {t('Merge into it')}
            </button>
          </span>
          <button className="button button--danger" name="intent" value="delete">
            {t('Delete unused')}
          </button>
        </>
      }
    >
      {children}
    </BulkForm>
  );
}
