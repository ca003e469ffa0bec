import { linksTo, Message } from '@/components/layout/message';
import { translatorOf, type Translator } from '@/lib/i18n/translator';
import { formatDay, isoWithOffset, type DateStyle } from '@/lib/time/dates';
import { paths } from '@/lib/web/paths';
import { titleOf } from '@/lib/posts/title';
import type { Answer } from '@/lib/search/queries';
import { marked, type Snippet } from '@/lib/search/search';
import type { Term } from '@/lib/search/words';
import { SearchForm } from './search-form';

type Props = {
  question: string;
  terms: Term[];
  answers: Answer[];
  /** Cursor of the next page; "" on the last. */
  next: string;
  /** The corrected query whose results are shown; "" if there was no correction. */
  corrected: string;
  isFirst: boolean;
  refusal: string;
  dates: DateStyle;
};

export function SearchPage({ question, terms, answers, next, corrected, isFirst, refusal, dates }: Props) {
  const t = translatorOf(dates.language);
  return (
    <main id="content" className="page page--list">
      <header className="list-header">
        <h1 className="list-header__title">{t('layout.search')}</h1>
        <SearchForm query={question} language={dates.language} />
        {question && (
          <p className="list-header__page" role="status">
            {refusal || summary(t, { question, answers, next, corrected, isFirst })}
          </p>
        )}
      </header>
      {answers.length > 0 && (
        <ol className="search-results post-list">
          {answers.map(({ post, snippet }) => (
            <li key={post.id} className="teaser">
              <div className="teaser__text">
                <h2 className="teaser__title" dir="auto">
                  <a href={paths.post(post.slug)}>
                    <Marked snippet={marked(titleOf(post), terms)} />
                  </a>
                </h2>
                <p className="teaser__summary" dir="auto">
                  <Marked snippet={snippet} />
                </p>
                <p className="byline">
                  <time dateTime={isoWithOffset(post.publishAt, dates.timeZone)}>
                    {formatDay(post.publishAt, dates)}
                  </time>
                  {post.tags.length > 0 && <span>{post.tags.map((tag) => tag.name).join(', ')}</span>}
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
      {next && (
        <nav className="pager" aria-label={t('list.pages')}>
          <a className="pager__step pager__step--older" href={paths.search(question, next)} rel="next">
            {t('search.more')}
          </a>
        </nav>
      )}
      {question && !refusal && answers.length === 0 && (
        <div className="empty">
          <p>
            <Message parts={t.parts('search.advice', {}, linksTo({ archive: paths.archive() }))} />
          </p>
        </div>
      )}
    </main>
  );
}

function Marked({ snippet }: { snippet: Snippet }) {
  let place = 0;
  return snippet.map(({ text, isHit }) => {
    place += text.length;
    return isHit ? <mark key={place}>{text}</mark> : text;
  });
}

type Summed = Pick<Props, 'question' | 'answers' | 'next' | 'corrected' | 'isFirst'>;

function summary(t: Translator, { question, answers, next, corrected, isFirst }: Summed) {
  if (corrected && isFirst) return t('search.corrected', { question, corrected });
  if (!isFirst) return answers.length > 0 ? t('search.moreFor', { question }) : t('search.noMore', { question });
  if (next) return t('search.best', { question });
  return answers.length === 0
    ? t('search.none', { question })
    : t('search.results', { count: answers.length, question });
}
