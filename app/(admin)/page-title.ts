import 'server-only';
import type { Metadata } from 'next';
import { adminText } from '@/components/text/server';

/** For a page's `generateMetadata`: its title, in the language of the admin. */
export function pageTitle(title: string) {
  return async (): Promise<Metadata> => ({ title: (await adminText())(title) });
}
