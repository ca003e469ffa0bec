import { formatDay, isoWithOffset, type DateStyle } from '@/lib/dates';
import { paths } from '@/lib/paths';
import { titleOf } from '@/lib/posts/title';
import type { Answer } from '@/lib/search/queries';
import { marked, type Snippet } from '@/lib/search/search';
import { SearchForm } from './search-form';

type Props = { question: string; words: string[]; answers: Answer[]; refusal: string; dates: DateStyle };

/** The question, and what answers it. */
export function SearchPage({ question, words, answers, refusal, dates }: Props) {
  return (
    <main id="content" className="page page--list">
      <header className="list-head">
        <h1 className="list-head__title">Search</h1>
        <SearchForm query={question} />
        {question && (
          <p className="list-head__page" role="status">
            {refusal || summary(answers.length, question)}
          </p>
        )}
      </header>
      {answers.length > 0 && (
        <ol className="found post-list">
          {answers.map(({ post, snippet }) => (
            <li key={post.id} className="teaser">
              <div className="teaser__text">
                <h2 className="teaser__title" dir="auto">
                  <a href={paths.post(post.slug)}>
                    <Marked snippet={marked(titleOf(post), words)} />
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
      {question && !refusal && answers.length === 0 && (
        <div className="empty">
          <p>
            Try fewer or other words, or look in the <a href={paths.archive()}>archive</a>.
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

function summary(count: number, question: string) {
  if (count === 0) return `Nothing was found for “${question}”.`;
  if (count === 1) return `One result for “${question}”.`;
  return count < 50 ? `${count} results for “${question}”.` : `The 50 best results for “${question}”.`;
}
