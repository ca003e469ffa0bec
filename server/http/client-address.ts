import type { IncomingMessage } from 'node:http';
import { isIPv6, type BlockList } from 'node:net';
import { env, EnvError } from '@/lib/platform/env';
import { addressOfHop, countedAs, readNetworks } from '@/lib/platform/ip-addresses';

export const CLIENT_HEADER = 'x-masthead-client';

let trusted: BlockList | undefined;

/** The socket's address or, behind TRUSTED_PROXIES, the nearest untrusted hop. */
export function clientAddressOf(request: IncomingMessage): string {
  trusted ??= networksOf(env().trustedProxies);
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',');
  return nearestUntrusted({ peer: request.socket.remoteAddress ?? '', forwarded }, trusted);
}

/** An invalid hop ends the search: the client may have forged those beyond it. */
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

/** Key for a client's queue share; null for an untrusted local proxy, which stands for many clients. */
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
