import 'server-only';
import { isIP } from 'node:net';
import { countedAs } from '@/lib/platform/ip-addresses';

/** Who sent a request, as far as it says. */
export type Client = {
  /** Empty if it is not known. */
  address: string;
  userAgent: string;
  referrer: string;
};

const MAX_HEADER_LENGTH = 1_000;

export function clientOf(headers: { get(name: string): string | null }): Client {
  const text = (name: string) => (headers.get(name) ?? '').slice(0, MAX_HEADER_LENGTH);
  const address = text('x-masthead-client');
  return { address: isIP(address) ? address : '', userAgent: text('user-agent'), referrer: text('referer') };
}

/** The key to count attempts under; server/ sets the header from the socket or trusted proxies. */
export function clientAddress(headers: { get(name: string): string | null }) {
  return countedAs(headers.get('x-masthead-client') ?? 'unknown');
}
