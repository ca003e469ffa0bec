import { useText } from '#text';
import type { ReactNode } from 'react';
import { shortMoment } from '@/lib/time/site-time';
import { countText } from '@/lib/text/capped-count';
import { paths } from '@/lib/web/paths';

type Named = { id: string; title: string };

export type Writing = {
  drafts: { count: number; latest: (Named & { updatedAt: Date })[] };
  scheduled: (Named & { publishAt: Date })[];
};

type Props = { writing: Writing; timeZone: string };

/** Drafts to continue, and what is published next. */
export function WritingPanel({ writing: { drafts, scheduled }, timeZone }: Props) {
  const t = useText();
  const moment = (at: Date) => shortMoment(at, { timeZone, language: t.language });
  return (
    <>
      <Panel
        id="drafts"
        title={t('Drafts')}
        empty={t('No drafts.')}
        more={
          drafts.count > drafts.latest.length
            ? {
                href: `${paths.admin.posts()}?state=draft`,
                name: t('All drafts ({count})', { count: countText(drafts.count, t.language) }),
              }
            : null
        }
      >
        {drafts.latest.map(({ updatedAt, ...post }) => (
          <Entry key={post.id} {...post}>
            {t('Edited {moment}', { moment: moment(updatedAt) })}
          </Entry>
        ))}
      </Panel>
      <Panel
        id="scheduled"
        title={t('Scheduled next')}
        empty={t('Nothing is scheduled.')}
        more={{ href: paths.admin.calendar(), name: t('Calendar') }}
      >
        {scheduled.map(({ publishAt, ...post }) => (
          <Entry key={post.id} {...post}>
            <time dateTime={publishAt.toISOString()}>{moment(publishAt)}</time>
          </Entry>
        ))}
      </Panel>
    </>
  );
}

type PanelProps = {
  id: string;
  title: string;
  empty: string;
  more: { href: string; name: string } | null;
  children: ReactNode[];
};

function Panel({ id, title, empty, more, children }: PanelProps) {
  return (
    <section className="dashboard-panel" aria-labelledby={id}>
      <header className="dashboard-panel__header">
        <h2 id={id}>{title}</h2>
        {more && <a href={more.href}>{more.name}</a>}
      </header>
      {children.length > 0 ? <ul className="rows">{children}</ul> : <p className="quiet">{empty}</p>}
    </section>
  );
}

function Entry({ id, title, children }: Named & { children: ReactNode }) {
  const t = useText();
  return (
    <li className="row">
      <div className="row__main">
        <a className="row__title" href={paths.admin.post(id)}>
          {title || t('Untitled')}
        </a>
        <p className="row__meta">{children}</p>
      </div>
    </li>
  );
}
