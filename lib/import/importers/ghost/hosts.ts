import { textOf, type Row } from './rows';
import type { Tables } from './tables';

/** Stands for the site's address in exports. */
export const PLACEHOLDER = '__GHOST_URL__';
/** Stands for it here while it is not known; no such host can exist. */
export const UNKNOWN_SITE = 'https://ghost.invalid';

const MAX_HOSTS = 100;
const beforeLibrary = /(__GHOST_URL__|https?:\/\/[^\s"'<>()\\]{1,200}?)\/content\/(?:images|media|files)\//g;

/** Counts where the files of a post are: older exports name the site in these addresses alone. */
export function countHosts(row: Row, { hosts }: Tables) {
  for (const name of ['lexical', 'mobiledoc', 'html', 'feature_image', 'image'])
    for (const [, site = ''] of textOf(row, name).matchAll(beforeLibrary))
      if (hosts.has(site) || hosts.size < MAX_HOSTS) hosts.set(site, (hosts.get(site) ?? 0) + 1);
}

/** The addresses that most files of the site have. */
export function learnedSites({ hosts }: Pick<Tables, 'hosts'>) {
  const all = [...hosts.values()].reduce((sum, count) => sum + count, 0);
  return [...hosts].flatMap(([site, count]) => (site !== PLACEHOLDER && count * 2 >= all ? site : []));
}
