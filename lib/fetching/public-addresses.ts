import ipaddr from 'ipaddr.js';

/** Whether an address is public: not local, private, multicast, or a mapping of another (NAT64, tunnels). */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  // 2000::/3 is all of IPv6's allocated unicast space.
  return parsed.kind() === 'ipv4' || parsed.match(ipaddr.parse('2000::'), 3);
}
