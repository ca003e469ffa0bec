import type { ServerResponse } from 'node:http';
import { env } from '@/lib/env';

/** The headers that every answer carries, whoever made it. */
export function setSecurityHeaders(response: ServerResponse) {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader(
    'Permissions-Policy',
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
  );
  if (env().siteUrl.startsWith('https:')) {
    response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  }
}
