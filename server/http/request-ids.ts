import type { IncomingMessage } from 'node:http';
import { newId } from '@/lib/platform/ids';
import { isTrustedPeer } from './client-address';

const wellFormed = /^[\w.-]{8,64}$/;

/** A trusted proxy's id or a new one: client ids would allow log injection. */
export function requestIdOf(request: IncomingMessage) {
  const given = request.headers['x-request-id']?.toString() ?? '';
  return wellFormed.test(given) && isTrustedPeer(request) ? given : newId();
}
