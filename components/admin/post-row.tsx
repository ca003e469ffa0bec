import { useText } from '#text';
import type { CSSProperties } from 'react';
import type { PostState } from '@/lib/posts/post';
import { SPARKLINE } from './chart-path';
import { toneOf } from './post-tone';
import { StatusBadge } from './status-badge';
import { TrashAction } from './trash-action';

export type ListedPost = {
  id: string;
  /** Below how many others a page stands. */
  depth: number;
  /** The pages below it, at any level, but for those in the trash. */
  below: string[];
  title: string;
  /** Its editor; null of a post that is only shown: a contributor's, once it is published. */
  href: string | null;
  /** What the staff say about it. */
  notesHref: string;
  /** The list with this row as a form; null in the trash. */
  quickHref: string | null;
  /** Its page on the site, if readers see it. */
  publicHref: string | null;
  thumbnail: string | null;
  /** By its focal point; null for the middle. */
  thumbnailPosition: string | null;
  state: PostState;
  hasPendingChange: boolean;
  isPinned: boolean;
  byline: string;
  tags: string;
  /** "" without a date. */
  published: string;
  changed: string;
  /** `href`: its comments in the queue, for who may moderate. */
  comments: { count: number; href: string | null };
  /** Null of a post that nobody has read; `path` is the line of its last weeks. */
  views: { count: string; words: string; href: string; path: string } | null;
};

/** A post in the table of posts, with a menu of what can be done with it alone. */
export function PostRow({ row, isTrash }: { row: ListedPost; isTrash: boolean }) {
  const t = useText();
  const { id, depth, title, href, state, byline, tags, published, changed } = row;
  const about = [byline, tags, row.isPinned && t('Pinned')].filter(Boolean).join(' · ');
  return (
    <tr id={`post-${id}`}>
      <td className="post-table__check">
        {href && (
          <label className="row__check">
            <input type="checkbox" name="id" value={id} aria-label={t('Select “{title}”', { title })} />
          </label>
        )}
      </td>
      <th
        scope="row"
        className="post-table__title"
        style={depth > 0 ? ({ '--depth': depth } as CSSProperties) : undefined}
      >
        {row.thumbnail && (
          <img
            src={row.thumbnail}
            alt=""
            width="44"
            height="44"
            loading="lazy"
            style={row.thumbnailPosition ? { objectPosition: row.thumbnailPosition } : undefined}
          />
        )}
        <div>
          <Title title={title} href={href ?? row.publicHref ?? row.notesHref} />
          {about && <p className="row__meta">{about}</p>}
        </div>
      </th>
      <td className="post-table__state">
        <StatusBadge tone={toneOf(state)}>{t(state)}</StatusBadge>
        {row.hasPendingChange && <p className="row__meta">{t('Unpublished changes')}</p>}
      </td>
      <td className="post-table__date" data-name={published ? t('Published') : ''}>
        {published}
      </td>
      <td className="post-table__date" data-name={t('Updated')}>
        {changed}
      </td>
      <td className="post-table__number" data-name={t('Comments')}>
        <Comments {...row.comments} />
      </td>
      <td className="post-table__number" data-name={row.views ? t('Views') : ''}>
        {row.views && <Views {...row.views} />}
      </td>
      <td className="post-table__menu">
        <RowMenu row={row} isTrash={isTrash} />
      </td>
    </tr>
  );
}

function Title({ title, href }: { title: string; href: string }) {
  return (
    <a className="row__title" href={href}>
      {title}
    </a>
  );
}

function Comments({ count, href }: ListedPost['comments']) {
  const t = useText();
  const shown = count.toLocaleString(t.language);
  if (count === 0 || !href) return shown;
  return (
    <a href={href} aria-label={t('{count, plural, one {# comment} other {# comments}}', { count })}>
      {shown}
    </a>
  );
}

function Views({ count, words, href, path }: NonNullable<ListedPost['views']>) {
  return (
    <>
      <a href={href} aria-label={words} title={words}>
        {count}
      </a>
      {path && (
        <svg className="row__plot" viewBox={`0 0 ${SPARKLINE.width} ${SPARKLINE.height}`} aria-hidden>
          <path d={path} />
        </svg>
      )}
    </>
  );
}

function RowMenu({ row, isTrash }: { row: ListedPost; isTrash: boolean }) {
  const t = useText();
  const { id, title, href, notesHref, quickHref, publicHref, below } = row;
  const menu = `row-menu-${id}`;
  return (
    <>
      <button
        className="row-menu__open"
        type="button"
        popoverTarget={menu}
        aria-label={t('Actions for “{title}”', { title })}
      />
      <div className="row-menu" id={menu} popover="auto">
        {publicHref && <a href={publicHref}>{t('View')}</a>}
        {href && <a href={href}>{t('Edit')}</a>}
        <a href={notesHref}>{t('Notes')}</a>
        {quickHref && <a href={quickHref}>{t('Quick edit')}</a>}
        {href && isTrash && (
          <button name="row" value={`restore:${id}`}>
            {t('Restore')}
          </button>
        )}
        {href && !isTrash && (
          <>
            <button name="row" value={`duplicate:${id}`}>
              {t('Duplicate')}
            </button>
            <TrashAction title={title} below={below.length} name="row" value={`trash:${id}`} />
          </>
        )}
      </div>
    </>
  );
}
