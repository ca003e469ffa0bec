import type { IncomingMessage } from 'node:http';
import { isIPv6, type BlockList } from 'node:net';
import { env, EnvError } from '@/lib/platform/env';
import { addressOfHop, countedAs, readNetworks } from '@/lib/platform/ip-addresses';

export const CLIENT_HEADER = 'x-masthead-client';

let trusted: BlockList | undefined;

/** The socket's address or, behind TRUSTED_PROXIES, the nearest hop that is not one of them. */
export function clientAddressOf(request: IncomingMessage): string {
  trusted ??= networksOf(env().trustedProxies);
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',');
  return nearestUntrusted({ peer: request.socket.remoteAddress ?? '', forwarded }, trusted);
}

/** A hop that cannot be parsed ends the search: everything beyond it may be forged by the client. */
export function nearestUntrusted({ peer, forwarded }: { peer: string; forwarded: string }, proxies: BlockList): string {
  const hops = forwarded.split(',');
  let address = addressOfHop(peer) ?? peer;
  while (hops.length > 0 && holds(proxies, address)) {
    const next = addressOfHop(hops.pop() ?? '');
    if (!next) break;
    address = next;
  }
  return address;
}

/** Whose share of a queue it takes; null for an untrusted proxy on this machine, which stands for many. */
export function clientOf(request: IncomingMessage) {
  const address = request.headers[CLIENT_HEADER]?.toString() ?? clientAddressOf(request);
  return /^(127\.|::1$)/.test(address) ? null : countedAs(address);
}

export function isTrustedPeer(request: IncomingMessage) {
  trusted ??= networksOf(env().trustedProxies);
  return holds(trusted, addressOfHop(request.socket.remoteAddress ?? '') ?? '');
}

function holds(networks: BlockList, address: string) {
  return address !== '' && networks.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

function networksOf(list: string[]) {
  const read = readNetworks(list);
  if ('wrong' in read) throw new EnvError(`TRUSTED_PROXIES names ${read.wrong}, which is not an address or network.`);
  return read.networks;
}
