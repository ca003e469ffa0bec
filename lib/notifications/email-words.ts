import { env } from '@/lib/platform/env';

export function shortened(text: string, length: number) {
  return text.length <= length ? text : `${text.slice(0, length).trimEnd()}…`;
}

export function absolute(path: string) {
  return `${env().siteUrl}${path}`;
}
