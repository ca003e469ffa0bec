import type { ReactNode } from 'react';
import { adminTextIn } from '@/lib/i18n/admin/admin-text';
import { german } from '@/lib/i18n/admin/de';
import { drawn } from './text';
import { TextContext } from './text-context';

const text = drawn(adminTextIn('de', german));

export default function GermanWords({ children }: { children: ReactNode }) {
  return <TextContext value={text}>{children}</TextContext>;
}
