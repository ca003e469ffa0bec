'use client';

import type { ReactNode } from 'react';
import { adminTextIn } from '@/lib/i18n/admin/admin-text';
import { drawn } from './text';
import { TextContext } from './text-context';

const english = drawn(adminTextIn('en', {}));

export function EnglishText({ children }: { children: ReactNode }) {
  return <TextContext value={english}>{children}</TextContext>;
}
