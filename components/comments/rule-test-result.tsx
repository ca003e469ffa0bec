import { useText } from '#text';
import type { RuleTest, ShownMatch } from '@/lib/comments/rules/test-result';
import { paths } from '@/lib/web/paths';

/** What a test of rules found; the place is there before the answer, so that it is announced. */
export function RuleTestResult({ test }: { test: RuleTest | null }) {
  const t = useText();
  return (
    <div className="rule-test" role="status">
      {test && (
        <div className="notice">
          <p>{t.said(test.sentence)}</p>
          {test.matches.length > 0 && (
            <ol className="rule-test__matches">
              {test.matches.map((match, at) => (
                <Match key={at} match={match} />
              ))}
            </ol>
          )}
        </div>
      )}
    </div>
  );
}

function Match({ match: { rule, before, found, after, comment } }: { match: ShownMatch }) {
  const t = useText();
  return (
    <li>
      <bdi className="rule-test__rule">{rule}</bdi>{' '}
      <bdi>
        <span>{before}</span>
        <mark>{found}</mark>
        <span>{after}</span>
      </bdi>{' '}
      {comment && <a href={paths.comment(comment.slug, comment.id)}>{t('See the comment')}</a>}
    </li>
  );
}
