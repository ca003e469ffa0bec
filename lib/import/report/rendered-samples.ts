import 'server-only';
import { sanitiseBody } from '@/lib/html/sanitising';
import { translatorOf } from '@/lib/i18n/translator';
import { withLabels } from '@/lib/posts/rendering/label-marks';
import { renderBody } from '@/lib/posts/rendering/rendering';
import type { Sample } from './samples';

/** The body of a sample as readers would see it; of images that are not here yet, their words. */
export function renderSample({ html }: Pick<Sample, 'html'>, language: string) {
  const withWords = html.replace(
    /<img src="\/uploads\/not-yet\.jpg" alt="([^"]*)"[^>]*>/g,
    (_, alt: string) => `<em>Image: ${alt}</em>`,
  );
  return withLabels(renderBody(sanitiseBody(withWords)).html, translatorOf(language));
}
