import { translatorOf } from '@/lib/i18n/translator';
import { paths } from '@/lib/web/paths';

/** One field and one button; works as a plain form. */
export function SearchForm({ query, language }: { query: string; language: string }) {
  const t = translatorOf(language);
  return (
    <form className="search-form" action={paths.search()} role="search">
      <label className="hidden-visually" htmlFor="q">
        {t('search.label')}
      </label>
      <input className="input" id="q" name="q" type="search" defaultValue={query} maxLength={200} required />
      <button className="button button--primary" type="submit">
        {t('search.button')}
      </button>
    </form>
  );
}
