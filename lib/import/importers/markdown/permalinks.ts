import { toWallClock } from '@/lib/time/site-time';
import type { Generator, TextPlace } from './layout';
import type { SiteSettings } from './settings';

export type LinkFacts = { title: string; slug: string; date: Date | null; categories: readonly string[] };

const months = 'January February March April May June July August September October November December'.split(' ');
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const jekyllStyles: Record<string, string> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

/** The addresses that a text had by the rules of its generator, the likeliest first. */
export function linksOf(place: TextPlace, facts: LinkFacts, { generator, settings }: Site): string[] {
  const made = byGenerator[generator](place, facts, settings);
  const prefix = place.language ? `/${place.language}` : '';
  return [...new Set(made.map((link) => prefix + link.replace(/\/{2,}/g, '/')))];
}

type Site = { generator: Generator; settings: SiteSettings };
type Maker = (place: TextPlace, facts: LinkFacts, settings: SiteSettings) => string[];

const byGenerator: Record<Generator, Maker> = {
  hugo: (place, facts, settings) => {
    const section = place.folders[0] ?? '';
    const form = settings.permalinks.get(section.toLowerCase());
    const plain = `/${[...place.folders, facts.slug || place.name].map(inPath).join('/')}`;
    const link = form ? filledIn(form, hugoTokens(place, facts, settings)) : `${plain}/`;
    return [settings.hasUglyUrls ? `${link.replace(/\/$/, '')}.html` : link];
  },
  jekyll: (place, facts, settings) => {
    const name = facts.slug || place.name;
    if (place.kind === 'page' || place.kind === 'hidden') {
      const plain = `/${[...place.folders, name].filter(Boolean).join('/')}`;
      return name === '' ? ['/'] : [/pretty|\/$/.test(settings.permalink) ? `${plain}/` : `${plain}.html`, plain];
    }
    const style = settings.permalink || 'date';
    const forms = [Object.hasOwn(jekyllStyles, style) ? jekyllStyles[style]! : style];
    // Without its settings nothing says which of both it was.
    if (!settings.permalink) forms.push(jekyllStyles.pretty!);
    return forms.map((form) => filledIn(form, jekyllTokens({ ...place, name }, facts, settings)));
  },
  hexo: (place, facts, settings) => {
    if (place.kind === 'page') return [`/${[...place.folders, place.name].filter(Boolean).join('/')}/`];
    const form = `/${(settings.permalink || ':year/:month/:day/:title/').replace(/^\//, '')}`;
    return [filledIn(form, jekyllTokens({ ...place, name: facts.slug || place.name }, facts, settings))];
  },
  astro: (place, facts) => [`/${[...place.folders, facts.slug || place.name].filter(Boolean).join('/')}/`],
  plain: (place, facts) => {
    const last = place.date ? [place.name, `${place.date}-${place.name}`] : [place.name];
    const names = facts.slug ? [facts.slug, ...last] : last;
    return names.map((name) => `/${[...place.folders, name].filter(Boolean).join('/')}/`);
  },
};

function filledIn(form: string, tokens: Record<string, string>) {
  const names = Object.keys(tokens).toSorted((a, b) => b.length - a.length);
  return form.replace(
    new RegExp(`:(${names.join('|')})(?:\\[[^\\]]*\\])?`, 'g'),
    (_, name: string) => tokens[name] ?? '',
  );
}

function hugoTokens(place: TextPlace, facts: LinkFacts, settings: SiteSettings) {
  const { folders, name } = place;
  const slug = facts.slug || slugged(facts.title);
  return {
    ...dateTokens(facts.date, settings.timeZone),
    section: inPath(folders[0] ?? ''),
    sections: folders.map(inPath).join('/'),
    title: slugged(facts.title),
    slug,
    filename: inPath(name),
    contentbasename: inPath(name),
    slugorfilename: facts.slug || inPath(name),
    slugorcontentbasename: facts.slug || inPath(name),
  };
}

function jekyllTokens({ name }: Pick<TextPlace, 'name'>, facts: LinkFacts, settings: SiteSettings) {
  const categories = facts.categories.map((one) => encodeURIComponent(one.toLowerCase()));
  return {
    ...dateTokens(facts.date, settings.timeZone),
    categories: categories.join('/'),
    category: categories.join('/'),
    slugified_categories: facts.categories.map(slugged).join('/'),
    title: name,
    name,
    slug: slugged(name),
    output_ext: '.html',
  };
}

function dateTokens(date: Date | null, timeZone: string) {
  const [year = '', month = '', day = ''] = (date ? toWallClock(date, timeZone) : '').slice(0, 10).split('-');
  const [hour = '', minute = ''] = (date ? toWallClock(date, timeZone) : '').slice(11).split(':');
  const asUtc = new Date(`${year || '1970'}-${month || '01'}-${day || '01'}T00:00:00Z`);
  const dayOfYear = (asUtc.getTime() - Date.UTC(asUtc.getUTCFullYear(), 0, 1)) / 86_400_000 + 1;
  const monthName = months[Number(month) - 1] ?? '';
  const dayName = days[asUtc.getUTCDay()] ?? '';
  return {
    year,
    month,
    day,
    hour,
    minute,
    second: '00',
    short_year: year.slice(-2),
    i_month: String(Number(month)),
    i_day: String(Number(day)),
    y_day: String(dayOfYear).padStart(3, '0'),
    yearday: String(dayOfYear),
    monthname: monthName.toLowerCase(),
    long_month: monthName,
    short_month: monthName.slice(0, 3),
    weekdayname: dayName.toLowerCase(),
    short_day: dayName.slice(0, 3),
    long_day: dayName,
  };
}

/** As a path of Hugo's has it: in small letters, with hyphens for spaces. */
function inPath(name: string) {
  return name
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{N}\p{M}.\-_#+~]/gu, '');
}

function slugged(name: string) {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
