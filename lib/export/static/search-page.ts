import { translatorOf } from '@/lib/i18n/translator';
import { escapeHtml } from '@/lib/html/escaping';

type Search = { parts: number; language: string };

/** The page for searching in the copy, with the script that reads the index. Without scripts it leads to the archive. */
export function searchPage(page: string, { parts, language }: Search): string {
  const t = translatorOf(language);
  const question = '{question}';
  const archive = (words: string) => ({ words });
  const advice = t
    .parts('search.advice', {}, { archive })
    .map((part) =>
      typeof part === 'string' ? escapeHtml(part) : `<a href="../archive/index.html">${escapeHtml(part.words)}</a>`,
    );
  const [found, none] = [t('search.best', { question }), t('search.none', { question })].map(escapeHtml);
  const place = `<div data-parts="${parts}" data-found="${found}" data-none="${none}"></div>`;
  const rest = `${place}<noscript><p>${advice.join('')}</p></noscript><script src="search.js"></script>`;
  return page.replace('</main>', () => `${rest}</main>`);
}
