import ipaddr from 'ipaddr.js';

/**
 * Whether a machine on the open internet has this address. Everything else is refused: this machine, its network, its
 * provider's, groups of machines, and addresses that stand for another one (IPv4 within IPv6, NAT64, tunnels).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  // 2000::/3 is all of IPv6 that was ever given out.
  return parsed.kind() === 'ipv4' || parsed.match(ipaddr.parse('2000::'), 3);
}
