import { isIP, isIPv6 } from 'node:net';

export type SpfResult = 'pass' | 'fail' | 'softfail' | 'neutral';

export type SpfTerm = { kind: string; value: string; result: SpfResult };

const results: Record<string, SpfResult> = { '': 'pass', '+': 'pass', '-': 'fail', '~': 'softfail', '?': 'neutral' };

/** What asks DNS, of which there may be ten (RFC 7208, 4.6.4). */
export const lookingUp = ['include', 'a', 'mx', 'ptr', 'exists', 'redirect'];
const needsValue = ['include', 'exists', 'ip4', 'ip6', 'redirect'];

export function isSpf(record: string) {
  return /^v=spf1( |$)/i.test(record);
}

/** The terms of a record in the order in which they count, or which one is wrong. */
export function readSpf(record: string): SpfTerm[] | { wrong: string } {
  const words = record.split(/ +/).slice(1).filter(Boolean);
  const terms = words.map(readTerm);
  const wrong = words.find((_, at) => terms[at] === null);
  if (wrong !== undefined) return { wrong };
  const known = terms.filter((term) => term !== null && term.kind !== 'modifier') as SpfTerm[];
  const all = known.findIndex(({ kind }) => kind === 'all');
  // A redirect counts last and without "all" only; what stands after "all" does not count.
  if (all !== -1) return known.slice(0, all + 1).filter(({ kind }) => kind !== 'redirect');
  return known.toSorted((a, b) => Number(a.kind === 'redirect') - Number(b.kind === 'redirect'));
}

function readTerm(word: string): SpfTerm | null {
  const [, modifier = '', to = ''] = /^([a-z][\w.-]*)=(.*)$/i.exec(word) ?? [];
  if (modifier) {
    const kind = modifier.toLowerCase() === 'redirect' ? 'redirect' : 'modifier';
    return kind === 'redirect' && !to ? null : { kind, value: to, result: 'pass' };
  }
  const [, sign = '', name = '', value = ''] =
    /^([+\-?~]?)(all|include|a|mx|ptr|ip4|ip6|exists)(?:(?=[:/]):?(.*))?$/i.exec(word) ?? [];
  const kind = name.toLowerCase();
  if (!kind || (kind === 'all' && value)) return null;
  if (needsValue.includes(kind) && !value) return null;
  if ((kind === 'ip4' || kind === 'ip6') && !isNetwork(value, kind === 'ip6')) return null;
  return { kind, value, result: results[sign]! };
}

function isNetwork(value: string, isSix: boolean) {
  const [address = '', bits] = value.split('/');
  if (isIP(address) === 0 || isIPv6(address) !== isSix) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isSix ? 128 : 32));
}
