import type { IncomingMessage } from 'node:http';
import { newId } from '@/lib/ids';
import { isTrustedPeer } from './client-address';

const wellFormed = /^[\w.-]{8,64}$/;

/** The id under which the proxy in front knows this request, or a new one: a stranger's would be written into our log. */
export function requestIdOf(request: IncomingMessage) {
  const given = request.headers['x-request-id']?.toString() ?? '';
  return wellFormed.test(given) && isTrustedPeer(request) ? given : newId();
}
