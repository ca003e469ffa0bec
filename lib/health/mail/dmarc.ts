import type { Dns } from './dns';
import { readTags } from './tag-list';

export const dmarcPolicies = ['none', 'quarantine', 'reject'] as const;
export type DmarcPolicy = (typeof dmarcPolicies)[number];

/** More than eight parts of a name are not walked one by one (RFC 9989, 4.10). */
const LONGEST_WALK = 8;

type Found = { at: string; record: string; tags: Map<string, string> };

export type DmarcReport = {
  /** Where the record is that receivers use, which may be that of the domain above. */
  found: { at: string; record: string; policy: DmarcPolicy; hasReports: boolean } | null;
  /** Why receivers do not take a record, in a sentence without a full stop. */
  problem: string | null;
  /** Whether a signature must be of the very domain. */
  isStrict: { dkim: boolean; spf: boolean };
};

/** The record that receivers use for e-mails of a domain (RFC 9989), and what it says. */
export async function checkDmarc(domain: string, dns: Dns): Promise<DmarcReport> {
  const isStrict = { dkim: false, spf: false };
  const several = (await recordsAt(domain, dns)).length > 1;
  if (several) {
    return { found: null, problem: `_dmarc.${domain} has more than one DMARC record, so receivers use none`, isStrict };
  }
  const walked = await walk(domain, dns);
  const used = walked.find(({ at }) => at === domain) ?? walked.find(({ at }) => at === organisationOf(domain, walked));
  if (!used) return { found: null, problem: null, isStrict };
  const { at, record, tags } = used;
  const policy = policyOf(tags, at !== domain);
  if (!policy) return { found: null, problem: problemOf(at, tags), isStrict };
  isStrict.dkim = tags.get('adkim') === 's';
  isStrict.spf = tags.get('aspf') === 's';
  return { found: { at, record, policy, hasReports: tags.has('rua') }, problem: null, isStrict };
}

/** Whether a domain that was proved stands for the sender's domain. */
export async function isAligned(proved: string, sender: string, by: 'dkim' | 'spf', dns: Dns) {
  if (proved === sender) return true;
  if ((await checkDmarc(sender, dns)).isStrict[by]) return false;
  const [one, other] = await Promise.all([organisation(proved, dns), organisation(sender, dns)]);
  return one === other;
}

async function organisation(domain: string, dns: Dns) {
  return organisationOf(domain, await walk(domain, dns));
}

function organisationOf(domain: string, walked: Found[]): string {
  const own = walked.find(({ tags }) => tags.get('psd') === 'n');
  if (own) return own.at;
  const registry = walked.find(({ at, tags }) => at !== domain && tags.get('psd') === 'y');
  if (registry) {
    const below = domain
      .slice(0, -registry.at.length - 1)
      .split('.')
      .at(-1);
    return `${below}.${registry.at}`;
  }
  return walked.at(-1)?.at ?? domain;
}

/** The records on the way up from the domain, the domain's own first. */
async function walk(domain: string, dns: Dns): Promise<Found[]> {
  const found: Found[] = [];
  for (const at of namesAbove(domain)) {
    const records = await recordsAt(at, dns);
    if (records.length !== 1) continue;
    found.push({ at, ...records[0]! });
    if (/^[yn]$/.test(records[0]!.tags.get('psd') ?? '')) break;
  }
  return found;
}

function namesAbove(domain: string) {
  const labels = domain.split('.');
  const above = labels.slice(labels.length > LONGEST_WALK ? 1 - LONGEST_WALK : 1);
  return [domain, ...above.map((_, at) => above.slice(at).join('.'))];
}

async function recordsAt(domain: string, dns: Dns) {
  const records = (await dns.txt(`_dmarc.${domain}`)).filter((record) => /^v\s*=\s*DMARC1\s*(;|$)/.test(record));
  return records.map((record) => ({ record, tags: readTags(record) ?? new Map<string, string>() }));
}

/** Without a policy that receivers know, one that asks for reports counts as "none". */
function policyOf(tags: Map<string, string>, isFromAbove: boolean): DmarcPolicy | null {
  const word = (isFromAbove ? tags.get('sp') : undefined) ?? tags.get('p');
  const policy = dmarcPolicies.find((each) => each === word?.toLowerCase());
  return policy ?? (tags.has('rua') ? 'none' : null);
}

function problemOf(at: string, tags: Map<string, string>) {
  const word = tags.get('p');
  if (word === undefined) return `The DMARC record of ${at} has no policy (p=none, p=quarantine or p=reject)`;
  return `The DMARC record of ${at} has p=${word}, which is no policy: none, quarantine or reject`;
}
