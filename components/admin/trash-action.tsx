'use client';

import { useRef, useState } from 'react';
import { useText } from '#text';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import type { PostType } from '@/lib/posts/post';
import type { ListedPost } from './post-row';

type Sent = { name: string; value: string } | { onConfirm: () => void };
type Props = {
  title: string;
  /** How many pages stand below it. */
  below: number;
};

/** The button of a form that moves a post or a page to the trash; it asks first if pages stand below. */
export function TrashAction({ title, below, name, value }: Props & { name: string; value: string }) {
  const t = useText();
  if (below > 0) return <ConfirmedTrash {...{ title, below, name, value }} />;
  return (
    <button className="button" name={name} value={value}>
      {t('Move to trash')}
    </button>
  );
}

/** Asks before a page with others below it is moved to the trash. */
export function ConfirmedTrash({ title, below, ...sent }: Props & Sent) {
  const t = useText();
  return (
    <ConfirmedAction
      label={t('Move to trash')}
      question={t('Move “{title}” to trash?', { title })}
      isHarmless
      {...sent}
    >
      <PagesBelow count={below} />
    </ConfirmedAction>
  );
}

/** The same for those selected in a list. Without JavaScript they are unknown, so the question names none. */
export function TrashSelected({ rows, type }: { rows: ListedPost[]; type: PostType }) {
  const t = useText();
  const marker = useRef<HTMLSpanElement>(null);
  const [chosen, setChosen] = useState<ListedPost[] | null>(null);
  if (type === 'post' || rows.every(({ below }) => below.length === 0))
    return <TrashAction title="" below={0} name="intent" value="trash" />;
  const look = () => {
    const ids = new FormData(marker.current?.closest('form') ?? undefined).getAll('id');
    setChosen(rows.filter(({ id }) => ids.includes(id)));
  };
  const moved = chosen ?? rows;
  const left = new Set(moved.flatMap(({ below }) => below)).difference(new Set(moved.map(({ id }) => id)));
  return (
    <>
      <span ref={marker} hidden />
      <ConfirmedAction
        label={t('Move to trash')}
        question={t('Move the selected pages to trash?')}
        name="intent"
        value="trash"
        isHarmless
        onOpen={look}
      >
        {chosen === null ? (
          <p>
            {t(
              'Pages below them that are not selected are not moved: their addresses stay the same, and readers still find those that are published.',
            )}
          </p>
        ) : (
          <PagesBelow count={left.size} />
        )}
      </ConfirmedAction>
    </>
  );
}

function PagesBelow({ count }: { count: number }) {
  const t = useText();
  return (
    <>
      <p>
        {count === 0
          ? t('No other page stands below.')
          : t(
              '{count, plural, one {# page stands below and is not moved: its address stays the same, and readers still find it if it is published.} other {# pages stand below and are not moved: their addresses stay the same, and readers still find those that are published.}}',
              { count },
            )}
      </p>
      <p>{t('What you move to trash is not found at its own address until you restore it.')}</p>
    </>
  );
}
