'use client';

import { useText } from '#text';
import type { Action } from '@/components/ui/action-errors';
import { useFormAction } from '@/components/ui/use-form-action';
import type { FormState } from '@/lib/forms/form-state';
import type { SavedFilter } from '@/lib/saved-filters/queries';
import { isWorthSaving, MAX_NAME } from '@/lib/saved-filters/saved-filter';

type Props = {
  list: string;
  /** The address of the list without a filter. */
  base: string;
  filters: SavedFilter[];
  /** The filter that is shown now; "" for none. */
  query: string;
  action: Action;
};

/** A person’s saved filters of a list, as links, and a form that saves the one shown. */
export function SavedFilters({ list, base, filters, query, action }: Props) {
  const t = useText();
  const [state, formAction] = useFormAction(action, '#saved-filters');
  const isOffered = isWorthSaving(query) && filters.every((filter) => filter.query !== query);
  if (filters.length === 0 && !isOffered && state.status === 'idle') return null;
  return (
    <div className="saved-filters" id="saved-filters">
      <Notice state={state} list={list} action={formAction} />
      {filters.length > 0 && (
        <nav aria-label={t('Saved filters')}>
          <ul className="saved-filters__links">
            {filters.map((filter) => (
              <li key={filter.id}>
                <a href={`${base}?${filter.query}`} aria-current={filter.query === query ? 'page' : undefined}>
                  <bdi>{filter.name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {isOffered && (
        <details className="saved-filters__form">
          <summary>{t('Save this filter')}</summary>
          <form action={formAction}>
            <input type="hidden" name="list" value={list} />
            <input type="hidden" name="query" value={query} />
            <input
              className="input"
              name="name"
              aria-label={t('Name of the filter')}
              placeholder={t('Name')}
              maxLength={MAX_NAME}
              defaultValue={state.status === 'refused' && !state.values.id ? state.values.name : ''}
            />
            <button className="button" name="intent" value="save">
              {t('Save')}
            </button>
          </form>
        </details>
      )}
      {filters.length > 0 && (
        <details className="saved-filters__form">
          <summary>{t('Manage saved filters')}</summary>
          {filters.map(({ id, name }) => (
            <form key={id} action={formAction}>
              <input type="hidden" name="list" value={list} />
              <input type="hidden" name="id" value={id} />
              <input
                className="input"
                name="name"
                aria-label={t('Name of “{name}”', { name })}
                maxLength={MAX_NAME}
                defaultValue={state.status === 'refused' && state.values.id === id ? state.values.name : name}
              />
              <button className="button" name="intent" value="rename">
                {t('Rename')}
              </button>
              <button className="button" name="intent" value="delete">
                <span>{t('Delete')}</span>
                <span className="hidden-visually">{t(' the filter “{name}”', { name })}</span>
              </button>
            </form>
          ))}
        </details>
      )}
    </div>
  );
}

type NoticeProps = { state: FormState; list: string; action: (form: FormData) => void };

function Notice({ state, list, action }: NoticeProps) {
  const t = useText();
  if (state.status === 'idle' || !state.message) return null;
  const { name, query } = state.values;
  return (
    <div className={`notice notice--${state.status}`} role={state.status === 'refused' ? 'alert' : 'status'}>
      <span>{state.message}</span>
      {state.status === 'done' && query && (
        <form action={action}>
          <input type="hidden" name="list" value={list} />
          <input type="hidden" name="name" value={name} />
          <input type="hidden" name="query" value={query} />
          <button className="notice__action" name="intent" value="save">
            {t('Undo')}
          </button>
        </form>
      )}
    </div>
  );
}
