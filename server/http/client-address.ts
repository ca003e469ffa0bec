import type { IncomingMessage } from 'node:http';
import { isIPv6, type BlockList } from 'node:net';
import { env, EnvError } from '@/lib/env';
import { addressOfHop, countedAs, readNetworks } from '@/lib/ip-addresses';

/** The header in which the address is handed to the application; a stranger's own is overwritten. */
export const CLIENT_HEADER = 'x-masthead-client';

let trusted: BlockList | undefined;

/** Who is really asking: the socket's address, or, behind TRUSTED_PROXIES, the last hop that none of them vouches for. */
export function clientAddressOf(request: IncomingMessage): string {
  trusted ??= networksOf(env().trustedProxies);
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',');
  return nearestStranger({ peer: request.socket.remoteAddress ?? '', forwarded }, trusted);
}

/**
 * The nearest address that is not a trusted proxy's. A hop that cannot be read ends the search, because all beyond it
 * may be the client's own words: whoever is nearest to us then counts.
 */
export function nearestStranger({ peer, forwarded }: { peer: string; forwarded: string }, proxies: BlockList): string {
  const hops = forwarded.split(',');
  let address = addressOfHop(peer) ?? peer;
  while (hops.length > 0 && holds(proxies, address)) {
    const next = addressOfHop(hops.pop() ?? '');
    if (!next) break;
    address = next;
  }
  return address;
}

/**
 * Who takes a place in a queue, or null where one address stands for many people: a proxy on this machine that nobody
 * told us to trust.
 */
export function clientOf(request: IncomingMessage) {
  const address = request.headers[CLIENT_HEADER]?.toString() ?? clientAddressOf(request);
  return /^(127\.|::1$)/.test(address) ? null : countedAs(address);
}

/** Whether the socket's other end is one of TRUSTED_PROXIES, whose word on host and protocol counts. */
export function isTrustedPeer(request: IncomingMessage) {
  trusted ??= networksOf(env().trustedProxies);
  return holds(trusted, addressOfHop(request.socket.remoteAddress ?? '') ?? '');
}

function holds(networks: BlockList, address: string) {
  return address !== '' && networks.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

function networksOf(list: string[]) {
  const read = readNetworks(list);
  if ('wrong' in read) throw new EnvError(`TRUSTED_PROXIES names ${read.wrong}, which is no address or network.`);
  return read.networks;
}
