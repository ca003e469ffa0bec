import { BlockList, isIPv6 } from 'node:net';
import type { Dns } from './dns';
import { isSpf, lookingUp, readSpf, type SpfResult, type SpfTerm } from './spf-record';

/** RFC 7208, 4.6.4: beyond these, receivers judge the record as broken. */
const MAX_LOOKUPS = 10;
const MAX_EMPTY_LOOKUPS = 2;
const MAX_MX = 10;

export type SpfReport = {
  record: string | null;
  lookups: number;
  /** Why receivers do not take the record, in a sentence without a full stop; null if they do. */
  problem: string | null;
  result: SpfResult;
  /** Terms with macros, which only a receiver can look up. */
  hasMacros: boolean;
};

type Walk = { dns: Dns; address: string; report: SpfReport; empty: number };

/** What receivers make of the domain's record for mail from an address. Looks up all that may be, so that every lookup is counted. */
export async function checkSpf(domain: string, address: string, dns: Dns): Promise<SpfReport> {
  const report: SpfReport = { record: null, lookups: 0, problem: null, result: 'neutral', hasMacros: false };
  const walk = { dns, address, report, empty: 0 };
  const records = (await dns.txt(domain)).filter(isSpf);
  report.record = records[0] ?? null;
  if (records.length > 1) report.problem = `${domain} has ${records.length} SPF records, and may have one`;
  if (records.length === 1) report.result = (await follow(walk, domain)) ?? 'neutral';
  return report;
}

/** Null: no term is about the address. */
async function follow(walk: Walk, domain: string): Promise<SpfResult | null> {
  const record = (await walk.dns.txt(domain)).filter(isSpf)[0] ?? '';
  const terms = readSpf(record);
  if ('wrong' in terms) {
    walk.report.problem ??= `The SPF record of ${domain} has “${terms.wrong}”, which is no term of SPF`;
    return null;
  }
  let first: SpfResult | null = null;
  for (const term of terms) {
    const matched = await match(walk, domain, term);
    first ??= matched;
    if (walk.report.problem) return first;
  }
  return first;
}

async function match(walk: Walk, domain: string, term: SpfTerm): Promise<SpfResult | null> {
  if (lookingUp.includes(term.kind)) countLookup(walk);
  if (walk.report.problem) return null;
  if (term.value.includes('%')) {
    walk.report.hasMacros = true;
    return null;
  }
  if (term.kind === 'redirect') return nested(walk, term.value);
  if (term.kind === 'include') return (await nested(walk, term.value)) === 'pass' ? term.result : null;
  return (await isNamed(walk, domain, term)) ? term.result : null;
}

async function nested(walk: Walk, domain: string) {
  const records = (await walk.dns.txt(domain)).filter(isSpf);
  if (records.length === 1) return follow(walk, domain);
  const how = records.length === 0 ? 'no SPF record' : 'several SPF records';
  walk.report.problem ??= `The SPF record names ${domain}, which has ${how}`;
  return null;
}

function countLookup({ report }: Walk) {
  report.lookups += 1;
  if (report.lookups <= MAX_LOOKUPS) return;
  report.problem ??= `The SPF record needs more than ${MAX_LOOKUPS} lookups in DNS, after which receivers stop`;
}

async function isNamed(walk: Walk, domain: string, { kind, value }: SpfTerm): Promise<boolean> {
  if (kind === 'all') return true;
  if (kind === 'ip4' || kind === 'ip6') return isWithin(walk.address, value.split('/')[0]!, value.split('/')[1]);
  const [, name = '', four, six] = /^([^/]*)(?:\/(\d+))?(?:\/\/(\d+))?$/.exec(value) ?? [];
  const target = name || domain;
  const bits = isIPv6(walk.address) ? six : four;
  if (kind === 'a') return (await addressesOf(walk, target)).some((each) => isWithin(walk.address, each, bits));
  if (kind === 'mx') return isOfMx(walk, target, bits);
  if (kind === 'exists') return (await noteEmpty(walk, target, await walk.dns.addresses(target, 4))).length > 0;
  return false;
}

async function isOfMx(walk: Walk, target: string, bits: string | undefined) {
  const names = await noteEmpty(walk, target, await walk.dns.mx(target));
  if (names.length > MAX_MX)
    walk.report.problem ??= `${target} has more than ${MAX_MX} mail servers, which “mx” may not name`;
  for (const name of names.slice(0, MAX_MX)) {
    const found = await walk.dns.addresses(name, isIPv6(walk.address) ? 6 : 4);
    if (found.some((each) => isWithin(walk.address, each, bits))) return true;
  }
  return false;
}

async function addressesOf(walk: Walk, name: string) {
  return noteEmpty(walk, name, await walk.dns.addresses(name, isIPv6(walk.address) ? 6 : 4));
}

function noteEmpty(walk: Walk, name: string, found: string[]) {
  if (found.length > 0) return found;
  walk.empty += 1;
  if (walk.empty > MAX_EMPTY_LOOKUPS) {
    walk.report.problem ??= `The SPF record has more than ${MAX_EMPTY_LOOKUPS} terms that find nothing in DNS, ${name} among them`;
  }
  return found;
}

function isWithin(address: string, base: string, bits?: string) {
  const family = isIPv6(base) ? 'ipv6' : 'ipv4';
  if (isIPv6(base) !== isIPv6(address)) return false;
  const list = new BlockList();
  list.addSubnet(base, Number(bits ?? (isIPv6(base) ? 128 : 32)), family);
  return list.check(address, family);
}
