import { env } from '@/lib/platform/env';

export function greetingFor(name: string) {
  return name ? `Hello ${name},` : 'Hello,';
}

/** The address of a path, as it stands in e-mails. */
export function absolute(path: string) {
  return `${env().siteUrl}${path}`;
}
