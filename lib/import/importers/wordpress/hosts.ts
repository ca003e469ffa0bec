import type { Problem } from '../../drafts';

type Hosts = { baseUrl: string; otherUrls: string[]; hosts: Map<string, number>; problems: Problem[] };

const MAX_HOSTS = 100;

export function takeHost({ hosts }: Hosts, link: string) {
  const host = URL.parse(link)?.origin ?? '';
  if (host && (hosts.has(host) || hosts.size < MAX_HOSTS)) hosts.set(host, (hosts.get(host) ?? 0) + 1);
}

/** Exports of a copied site may name the copy as the site's address, or as its items' addresses. */
export function learnHosts(outline: Hosts) {
  const bare = (address: string) => (URL.parse(address)?.host ?? '').replace(/^www\./, '');
  const all = [...outline.hosts.values()].reduce((sum, count) => sum + count, 0);
  for (const [host, count] of outline.hosts) {
    if (bare(host) === bare(outline.baseUrl)) continue;
    const isMain = count * 2 >= all;
    if (isMain) outline.otherUrls.push(host);
    outline.problems.push({
      where: host,
      why: `${count} of the items have their address there and not at ${outline.baseUrl}: ${isMain ? 'these addresses lead here as well.' : 'they are not known here.'}`,
    });
  }
}
