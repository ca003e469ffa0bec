'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { startTransition, useRef } from 'react';
import { useText } from '#text';
import { MoveButton } from '@/components/admin/move-button';
import { toneOf } from '@/components/admin/post-tone';
import { StatusBadge } from '@/components/admin/status-badge';
import type { Action } from '@/components/ui/action-errors';
import { FormAnswer } from '@/components/ui/form-answer';
import { useHasScript } from '@/components/ui/has-script';
import { useDragging } from '@/components/ui/use-dragging';
import { useFormAction } from '@/components/ui/use-form-action';
import type { ListedPart } from '@/lib/post-lists/series-queries';
import { paths } from '@/lib/web/paths';

type Props = { id: string; parts: ListedPart[]; action: Action };

/** The posts of a series in one form, whose buttons move them; with a mouse they can be dragged as well. */
export function SeriesParts({ id, parts, action }: Props) {
  const t = useText();
  const [state, formAction] = useFormAction(action, '#parts');
  const hasScript = useHasScript();
  const list = useRef<HTMLOListElement>(null);
  useDragging(list, ({ id: drop, ...where }) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ id, drop, ...where })) form.set(name, value);
    startTransition(() => formAction(form));
  });
  return (
    <form action={formAction} id="parts">
      <FormAnswer state={state} />
      <input type="hidden" name="id" value={id} />
      {parts.length === 0 && (
        <p className="quiet">{t('No posts yet. Open a post and choose this series under Post settings.')}</p>
      )}
      <ol className="rows" ref={list} hidden={parts.length === 0}>
        {parts.map(({ id: postId, title, state: status }, at) => (
          <li key={postId} className="row ordered-row" data-entry={postId} draggable={hasScript}>
            <div className="row__main">
              <a className="row__title" href={paths.admin.post(postId)} dir="auto" draggable={false}>
                {title}
              </a>
              <p className="row__meta">
                <StatusBadge tone={toneOf(status)}>{t(status)}</StatusBadge>
              </p>
            </div>
            <div className="row__side ordered-row__buttons">
              <MoveButton
                name="up"
                value={postId}
                label={t('Move “{name}” up', { name: title })}
                isPossible={at > 0}
                Icon={ArrowUp}
              />
              <MoveButton
                name="down"
                value={postId}
                label={t('Move “{name}” down', { name: title })}
                isPossible={at < parts.length - 1}
                Icon={ArrowDown}
              />
            </div>
          </li>
        ))}
      </ol>
    </form>
  );
}
