import { createPublicKey } from 'node:crypto';
import type { Dns } from './dns';
import { readTags } from './tag-list';

/** Shorter keys than this are accepted and weak (RFC 8301). */
const GOOD_KEY = 2048;

export type DkimReport = { problem: string | null; isMissing: boolean; isWeak: boolean; isTest: boolean; key: string };

/** What the record of a key says; the problem is a sentence without a full stop. */
export async function checkDkimRecord(name: string, dns: Dns): Promise<DkimReport> {
  const records = await dns.txt(name);
  const none = { isWeak: false, isTest: false, key: '' };
  if (records.length === 0) return { ...none, isMissing: true, problem: `${name} has no record in DNS` };
  const refused = (problem: string) => ({ ...none, isMissing: false, problem });
  if (records.length > 1) return refused(`${name} has ${records.length} records, so receivers may take the wrong one`);
  const tags = readTags(records[0]!);
  if (!tags) return refused(`The record of ${name} is not a list such as v=DKIM1; k=rsa; p=…`);
  const key = (tags.get('p') ?? '').replace(/\s/g, '');
  const problem = problemOf(tags, key, name);
  if (problem) return refused(problem);
  return { problem: null, isMissing: false, key, isWeak: isWeak(tags, key), isTest: has(tags.get('t'), 'y') };
}

function problemOf(tags: Map<string, string>, key: string, name: string) {
  const first = [...tags.keys()][0];
  if (tags.has('v') && (first !== 'v' || tags.get('v') !== 'DKIM1'))
    return `The record of ${name} must begin with v=DKIM1`;
  if (!tags.has('p')) return `The record of ${name} has no key (p=)`;
  if (key === '') return `The key of ${name} is revoked: its record has an empty p=`;
  if (!['rsa', 'ed25519'].includes(tags.get('k') ?? 'rsa')) return `The record of ${name} has k=${tags.get('k')}`;
  if (tags.has('s') && !has(tags.get('s'), '*') && !has(tags.get('s'), 'email'))
    return `The record of ${name} has s=${tags.get('s')}, which is not for e-mail`;
  if (tags.has('h') && !has(tags.get('h'), 'sha256')) return `The record of ${name} does not allow sha256 (h=)`;
  return (tags.get('k') ?? 'rsa') === 'rsa' && bitsOf(key) === null ? `The key of ${name} (p=) cannot be read` : null;
}

function has(list: string | undefined, word: string) {
  return (list ?? '').split(':').some((each) => each.trim().toLowerCase() === word);
}

function isWeak(tags: Map<string, string>, key: string) {
  return (tags.get('k') ?? 'rsa') === 'rsa' && (bitsOf(key) ?? 0) < GOOD_KEY;
}

function bitsOf(key: string): number | null {
  try {
    const read = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    return read.asymmetricKeyDetails?.modulusLength ?? null;
  } catch {
    return null;
  }
}
