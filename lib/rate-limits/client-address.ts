import 'server-only';
import { countedAs } from '@/lib/platform/ip-addresses';

/** The key to count attempts under; server/ sets the header from the socket or trusted proxies. */
export function clientAddress(headers: { get(name: string): string | null }) {
  return countedAs(headers.get('x-masthead-client') ?? 'unknown');
}
