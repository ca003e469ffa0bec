import { translatorOf } from '@/lib/i18n/translator';
import { paths } from '@/lib/web/paths';

type Props = { above: readonly { title: string; slug: string }[]; language: string };

/** The pages above a page, from the top; nothing for a page that stands below none. */
export function Breadcrumbs({ above, language }: Props) {
  if (above.length === 0) return null;
  return (
    <nav className="post breadcrumbs" aria-label={translatorOf(language)('post.breadcrumbs')}>
      <ol>
        {above.map(({ title, slug }) => (
          <li key={slug}>
            <a href={paths.post(slug)} dir="auto">
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
