import { useText } from '#text';
import { StaticHtml } from '@/components/layout/static-html';
import { ScrollRegion } from '@/components/ui/scroll-region';
import type { Sample } from '@/lib/import/report/samples';
import { shortMoment } from '@/lib/time/site-time';

export type RenderedSample = Sample & { rendered: string };

type Props = { samples: readonly RenderedSample[]; timeZone: string };

/** Some posts of the export beside how they will look here. */
export function SamplesView({ samples, timeZone }: Props) {
  const t = useText();
  if (samples.length === 0) return null;
  return (
    <section aria-labelledby="samples">
      <h2 id="samples">{t('Samples')}</h2>
      <p>{t('Posts from different parts of the export, each beside how it would look on this site.')}</p>
      {samples.map((sample, at) => (
        <details className="import-sample" key={at} open={at === 0}>
          <summary dir="auto">{sample.title || t('Untitled')}</summary>
          <Facts sample={sample} timeZone={timeZone} />
          <div className="import-sample__sides">
            {sample.original && (
              <div>
                <h3>{t('In the export')}</h3>
                <ScrollRegion label={t('In the export')} className="import-sample__side">
                  <pre dir="auto">{sample.original}</pre>
                </ScrollRegion>
              </div>
            )}
            <div>
              <h3>{t('On this site')}</h3>
              <ScrollRegion label={t('On this site')} className="import-sample__side">
                <StaticHtml className="prose" html={sample.rendered} />
              </ScrollRegion>
            </div>
          </div>
          {sample.isCut && <p className="import-sample__cut">{t('Only the beginning is shown.')}</p>}
        </details>
      ))}
    </section>
  );
}

function Facts({ sample, timeZone }: { sample: Sample; timeZone: string }) {
  const t = useText();
  const { publishAt, authors, comments, from, to, type, isPublic } = sample;
  const facts = [
    type === 'page' ? t('Page') : t('Post'),
    isPublic ? '' : t('hidden from readers'),
    publishAt ? shortMoment(new Date(publishAt), { timeZone, language: t.language }) : '',
    authors.join(', '),
    t('{count, plural, one {# comment} other {# comments}}', { count: comments }),
  ].filter(Boolean);
  return (
    <p className="import-sample__facts">
      <span>{facts.join(' · ')}</span>
      <br />
      <span>{from ? `${from} → ${to}` : to}</span>
    </p>
  );
}
