import { Pager } from '@/components/posts/pager';
import { translatorOf } from '@/lib/i18n/translator';
import type { ListedCorrection } from '@/lib/corrections/queries';
import { titleOf } from '@/lib/posts/title';
import type { DateStyle } from '@/lib/time/dates';
import { paths } from '@/lib/web/paths';
import { CorrectionNote } from './article-corrections';

type Props = { corrections: readonly ListedCorrection[]; page: number; pages: number; dates: DateStyle };

/** Every accepted correction, newest first. */
export function CorrectionsList({ corrections, page, pages, dates }: Props) {
  const t = translatorOf(dates.language);
  return (
    <main id="content" className="page page--list">
      <header className="list-header">
        <h1 className="list-header__title">{t('corrections.title')}</h1>
        <p className="list-header__page">
          <span>{t('corrections.lead')}</span>
          <a href={paths.feed(paths.corrections(), 'atom')}>{t('corrections.feed')}</a>
        </p>
      </header>
      {corrections.length === 0 && <p>{t('corrections.empty')}</p>}
      <ul className="corrections">
        {corrections.map((correction) => (
          <li key={correction.id}>
            <a className="corrections__article" href={paths.correction(correction.post.slug, correction.id)} dir="auto">
              {titleOf(correction.post)}
            </a>
            <CorrectionNote correction={correction} slug={correction.post.slug} dates={dates} />
          </li>
        ))}
      </ul>
      <Pager page={page} pages={pages} href={paths.corrections} of="corrections" language={dates.language} />
    </main>
  );
}
