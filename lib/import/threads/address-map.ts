import { canonicalPath } from '@/lib/web/canonical-path';
import type { ImporterOption } from '../importer';

export const mapOption: ImporterOption = {
  flag: '--map <list>',
  name: 'map',
  description:
    'where pages are that moved, e.g. old.example.org=new.example.org/blog or old.example.org/a.html=/a; commas between several',
  problemWith: (list) => (AddressMap.read(list) ? null : 'It must look like old.example.org=new.example.org.'),
};

/** An address without its protocol: host and path. */
type Place = { host: string; path: string };
type Rule = { from: Place; to: Place };

/** Stands for the host of an address that has none. */
const NO_HOST = '';

/** Tells at which paths of this site the page of a foreign address may be. */
export class AddressMap {
  readonly #rules: readonly Rule[];
  /** Null: of any. */
  readonly #hosts: ReadonlySet<string> | null;

  /** Without rules, for pages of every host. */
  static readonly any = new AddressMap([], null);

  private constructor(rules: readonly Rule[], hosts: ReadonlySet<string> | null) {
    this.#rules = rules.toSorted((a, b) => b.from.path.length - a.from.path.length);
    this.#hosts = hosts;
  }

  /** `list`: as --map has it. `oldUrl`: pages of other hosts are elsewhere. Null if the list is not valid. */
  static read(list: string, oldUrl: string | null = null): AddressMap | null {
    const rules: Rule[] = [];
    for (const part of list.split(',').filter((one) => one.trim() !== '')) {
      const [from, to, ...more] = part.split('=').map((one) => one.trim());
      const rule = { from: placeOf(from ?? ''), to: placeOf(to ?? '') };
      if (!rule.from || !rule.from.host || !rule.to || more.length > 0) return null;
      rules.push({ from: rule.from, to: rule.to });
    }
    const host = oldUrl ? placeOf(oldUrl)?.host : undefined;
    return new AddressMap(rules, host ? new Set([host, NO_HOST, ...rules.map(({ to }) => to.host)]) : null);
  }

  /** Canonical paths for an address, with its query and without; none of another site. */
  pathsOf(address: string): string[] {
    const place = placeOf(address);
    if (!place) return [];
    const { host, path } = this.#moved(place);
    if (this.#hosts && !this.#hosts.has(host)) return [];
    const [pathname = '', search = ''] = path.split(/(?=\?)/, 2);
    const plain = canonicalPath(pathname).replace(/\/index\.(?:html?|php)$/, '') || '/';
    return [...new Set([plain + search, plain])].filter((one) => one !== '/');
  }

  #moved(place: Place): Place {
    for (const { from, to } of this.#rules) {
      const base = from.path.replace(/\/$/, '');
      if (from.host !== place.host || !startsWithFolder(place.path, base)) continue;
      const rest = place.path.slice(base.length);
      return { host: to.host, path: to.path.replace(/\/$/, '') + rest || '/' };
    }
    return place;
  }
}

function startsWithFolder(path: string, folder: string) {
  return path.startsWith(folder) && /^(?:$|[/?])/.test(path.slice(folder.length));
}

// Also of what is doubled ("https://https://…") or lacks its protocol.
function placeOf(address: string): Place | null {
  const bare = address
    .trim()
    .replaceAll('&amp;', '&')
    .replace(/^(?:https?:)?\/\/(?:https?:\/*)*/i, '//');
  const isPath = /^\/(?!\/)/.test(bare);
  const url = URL.parse(isPath ? bare : bare.replace(/^(?:\/\/)?/, 'http://'), 'http://no-host.invalid');
  if (!url?.host || /\s/.test(address.trim())) return null;
  return { host: isPath ? NO_HOST : url.host.toLowerCase().replace(/^www\./, ''), path: url.pathname + url.search };
}
