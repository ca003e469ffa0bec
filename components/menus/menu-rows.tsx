'use client';

import { ArrowDown, ArrowUp, IndentDecrease, IndentIncrease, type LucideIcon } from 'lucide-react';
import { startTransition, useRef } from 'react';
import { useText } from '#text';
import type { Text } from '@/components/text/text';
import { MoveButton } from '@/components/admin/move-button';
import { StatusBadge } from '@/components/admin/status-badge';
import type { Action } from '@/components/ui/action-errors';
import { FormAnswer } from '@/components/ui/form-answer';
import { useHasScript } from '@/components/ui/has-script';
import { useFormAction } from '@/components/ui/use-form-action';
import { msg } from '@/lib/i18n/admin/msg';
import type { Way } from '@/lib/menus/order';
import type { Absence, EditedMenu, ListedEntry } from '@/lib/menus/queries';
import { paths } from '@/lib/web/paths';
import { useDragging } from '@/components/ui/use-dragging';

type Props = { menu: EditedMenu; action: Action };

/** The entries of a menu in one form, whose buttons move them; with a mouse they can be dragged as well. */
export function MenuRows({ menu: { place, version, entries }, action }: Props) {
  const at = `${place}-menu`;
  const [state, formAction] = useFormAction(action, `#${at}`);
  const hasScript = useHasScript();
  const list = useRef<HTMLOListElement>(null);
  useDragging(list, ({ id, ...where }) => {
    const form = new FormData();
    const fields = { place, version: String(version), drop: id, ...where };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    startTransition(() => formAction(form));
  });
  return (
    <form action={formAction} id={at}>
      <FormAnswer state={state} />
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="version" value={version} />
      <ol className="rows" ref={list} hidden={entries.length === 0}>
        {entries.map((entry) => (
          <li
            key={entry.id}
            className={entry.isNested ? 'row ordered-row menu-row--nested' : 'row ordered-row'}
            data-entry={entry.id}
            draggable={hasScript}
          >
            <EntryRow entry={entry} />
          </li>
        ))}
      </ol>
    </form>
  );
}

const buttons = [
  { way: 'up', name: msg('Move “{name}” up'), Icon: ArrowUp },
  { way: 'down', name: msg('Move “{name}” down'), Icon: ArrowDown },
  { way: 'indent', name: msg('Indent “{name}”'), Icon: IndentIncrease },
  { way: 'outdent', name: msg('Outdent “{name}”'), Icon: IndentDecrease },
] as const satisfies { way: Way; name: string; Icon: LucideIcon }[];

const absences: Record<Absence, string> = {
  deleted: msg('Deleted: readers do not see this entry.'),
  unused: msg('No published post has this tag: readers see the entry once one has.'),
  empty: msg('No published post is in this series: readers see the entry once one is.'),
  Draft: msg('A draft: readers see the entry once it is published.'),
  'In review': msg('In review: readers see the entry once it is published.'),
  Scheduled: msg('Scheduled: readers see the entry once it is published.'),
  Private: msg('Private: readers see the entry once it is published.'),
  Expired: msg('No longer published: readers see the entry once it is published again.'),
  Trash: msg('In the trash: readers see the entry once it is restored and published.'),
};

function EntryRow({ entry }: { entry: ListedEntry }) {
  const t = useText();
  const name = nameOf(entry, t);
  return (
    <>
      <div className="row__main">
        <a className="row__title" href={paths.admin.menuEntry(entry.id)} dir="auto" draggable={false}>
          {name}
        </a>
        <p className="row__meta">
          <span>{kindOf(entry, t)}</span>
          {entry.href && (
            <span>
              {' · '}
              <bdi>{entry.href}</bdi>
            </span>
          )}
        </p>
        {entry.absence && (
          <p className="menu-row__absence">
            <StatusBadge tone={entry.absence === 'deleted' || entry.absence === 'Trash' ? 'gone' : 'waiting'}>
              {t(absences[entry.absence])}
            </StatusBadge>
          </p>
        )}
      </div>
      <div className="row__side ordered-row__buttons">
        {buttons.map(({ way, name: label, Icon }) => (
          <MoveButton
            key={way}
            name={way}
            value={entry.id}
            label={t(label, { name })}
            isPossible={entry.ways.includes(way)}
            Icon={Icon}
          />
        ))}
        <button
          className="button button--quiet"
          name="remove"
          value={entry.id}
          aria-label={t('Remove “{name}”', { name })}
        >
          {t('Remove')}
        </button>
      </div>
    </>
  );
}

function nameOf({ label, title }: ListedEntry, t: Text) {
  return label || title || t('Deleted');
}

function kindOf({ kind, isPage }: ListedEntry, t: Text) {
  if (kind === 'tag') return t('Tag');
  if (kind === 'series') return t('Series');
  if (kind === 'address') return t('Address');
  return isPage ? t('Page') : t('Post');
}
