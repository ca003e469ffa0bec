import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

const GROUPS_OF_NETWORK = 4;
const MAPPED_BITS = 96;
const ofThisMachine = /^(localhost|[^.]+\.localhost|127(\.\d+){3}|\[::1\])$/;

/** Whether a URL's host is the local machine. */
export function isThisMachine(hostname: string) {
  return ofThisMachine.test(hostname);
}

/** The address in a forwarding entry ("address:port", "[v6]:port"); null if invalid. Unwraps IPv4-mapped IPv6. */
export function addressOfHop(hop: string): string | null {
  const text = hop.trim();
  const bare = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(text)?.[1] ?? text;
  const address = bare.replace(/%[^%]*$/, '');
  return isIP(address) ? unmapped(address) : null;
}

/** The key to count a client under: an IPv4 address, or the /64 of an IPv6 address. */
export function countedAs(address: string): string {
  const plain = addressOfHop(address) ?? address;
  if (!isIPv6(plain)) return plain;
  const network = groupsOf(plain)
    .slice(0, GROUPS_OF_NETWORK)
    .map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}

/** Parses addresses and networks ("10.0.0.0/8"); returns the first invalid entry. */
export function readNetworks(entries: readonly string[]): { networks: BlockList } | { wrong: string } {
  const networks = new BlockList();
  for (const entry of entries) {
    const network = readNetwork(entry);
    if (!network) return { wrong: entry };
    networks.addSubnet(network.address, network.bits, network.family);
  }
  return { networks };
}

function readNetwork(entry: string) {
  const [, base = '', given] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
  if (!isIP(base)) return null;
  const widest = isIPv4(base) ? 32 : 128;
  const bits = given === undefined ? widest : Number(given);
  if (bits > widest) return null;
  const address = unmapped(base);
  if (isIPv4(base) || isIPv6(address)) return { address, bits, family: isIPv4(base) ? 'ipv4' : 'ipv6' } as const;
  return bits >= MAPPED_BITS ? ({ address, bits: bits - MAPPED_BITS, family: 'ipv4' } as const) : null;
}

function unmapped(address: string): string {
  if (!isIPv6(address)) return address;
  const groups = groupsOf(address);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (!isMapped) return address;
  const [high = 0, low = 0] = groups.slice(6);
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

function groupsOf(address: string): number[] {
  const [head = [], tail] = address.split('::').map((part) => part.split(':').filter(Boolean).flatMap(readGroup));
  if (tail === undefined) return head;
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail];
}

function readGroup(group: string): number[] {
  if (!group.includes('.')) return [Number.parseInt(group, 16)];
  const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
  return [a * 256 + b, c * 256 + d];
}
