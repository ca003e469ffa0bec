import { translatorOf } from '@/lib/i18n/translator';
import type { SeriesPart, SeriesParts } from '@/lib/posts/listing/series-queries';
import { titleOf } from '@/lib/posts/title';
import { directionOf } from '@/lib/web/languages';
import { paths } from '@/lib/web/paths';

type Props = { series: SeriesParts; postId: string; language: string };

/** Which part of its series an article is, with those beside it and a list of all. */
export function SeriesBox({ series: { title, slug, parts }, postId, language }: Props) {
  const at = parts.findIndex(({ id }) => id === postId);
  if (at === -1) return null;
  const t = translatorOf(language);
  const [previous, next] = [parts[at - 1], parts[at + 1]];
  return (
    <nav className="series" aria-label={t('series.label', { title })} lang={language} dir={directionOf(language)}>
      <p className="series__place">
        {t.parts(
          'series.place',
          {
            part: at + 1,
            total: parts.length,
            title: (
              <a key="series" href={paths.series(slug)}>
                <bdi>{title}</bdi>
              </a>
            ),
          },
          {},
        )}
      </p>
      {parts.length > 1 && (
        <>
          <ul className="series__beside">
            {previous && <Beside part={previous} rel="prev" label={t('series.previous')} />}
            {next && <Beside part={next} rel="next" label={t('series.next')} />}
          </ul>
          <details>
            <summary>{t('series.all')}</summary>
            <ol>
              {parts.map((part) => (
                <li key={part.id} aria-current={part.id === postId ? 'true' : undefined}>
                  {part.id === postId ? <Title part={part} /> : <PartLink part={part} />}
                </li>
              ))}
            </ol>
          </details>
        </>
      )}
    </nav>
  );
}

function Beside({ part, rel, label }: { part: SeriesPart; rel: 'prev' | 'next'; label: string }) {
  return (
    <li>
      <span>{label}</span> <PartLink part={part} rel={rel} />
    </li>
  );
}

function PartLink({ part, rel }: { part: SeriesPart; rel?: 'prev' | 'next' }) {
  return (
    <a href={paths.post(part.slug)} rel={rel}>
      <Title part={part} />
    </a>
  );
}

function Title({ part }: { part: SeriesPart }) {
  return <bdi {...(part.locale ? { lang: part.locale } : {})}>{titleOf(part)}</bdi>;
}
