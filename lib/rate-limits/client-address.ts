import 'server-only';
import { countedAs } from '@/lib/platform/ip-addresses';

/**
 * The address to count attempts under. server/ has already written it from the socket, or from the proxies it trusts,
 * into a header that a stranger cannot set. IPv6 counts by /64, because one household has that many addresses.
 */
export function clientAddress(headers: { get(name: string): string | null }) {
  return countedAs(headers.get('x-masthead-client') ?? 'unknown');
}
