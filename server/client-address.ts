import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { env } from '@/lib/env';

/** The header in which the address is handed to the application; a stranger's own is overwritten. */
export const CLIENT_HEADER = 'x-masthead-client';

let trusted: BlockList | undefined;

/** Who is really asking: the socket's address, or, behind TRUSTED_PROXIES, the last hop that none of them vouches for. */
export function clientAddressOf(request: IncomingMessage): string {
  const hops = [request.headers['x-forwarded-for'] ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => isIP(hop));
  let address = withoutMapping(request.socket.remoteAddress ?? '');
  while (isTrusted(address) && hops.length > 0) address = withoutMapping(hops.pop() ?? address);
  return address;
}

/**
 * Who takes a place in a queue, or null where one address stands for many people: a proxy on this machine that nobody
 * told us to trust.
 */
export function clientOf(request: IncomingMessage) {
  const address = request.headers[CLIENT_HEADER]?.toString() ?? clientAddressOf(request);
  return /^(127\.|::1$)/.test(address) ? null : address;
}

/** Whether the socket's other end is one of TRUSTED_PROXIES, whose word on host and protocol counts. */
export function isTrustedPeer(request: IncomingMessage) {
  return isTrusted(withoutMapping(request.socket.remoteAddress ?? ''));
}

function isTrusted(address: string) {
  trusted ??= readTrusted(env().trustedProxies);
  return isIP(address) > 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

function readTrusted(list: string[]) {
  const blocks = new BlockList();
  for (const entry of list) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits) blocks.addSubnet(address, Number(bits), family);
    else if (isIP(address)) blocks.addAddress(address, family);
  }
  return blocks;
}

function withoutMapping(address: string) {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
