import type { ServerResponse } from 'node:http';
import { env } from '@/lib/platform/env';

let current: Record<string, string> | undefined;

/** In lower case, so that a response's own headers replace them. */
export function securityHeaders(): Record<string, string> {
  current ??= {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=(), unload=()',
    ...(env().siteUrl.startsWith('https:')
      ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }
      : {}),
  };
  return current;
}

export function setSecurityHeaders(response: ServerResponse) {
  for (const [name, value] of Object.entries(securityHeaders())) response.setHeader(name, value);
}
