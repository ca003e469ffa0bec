'use client';

import { use, type ReactNode } from 'react';
import { adminTextIn } from '@/lib/i18n/admin/admin-text';
import type { DashboardLanguage } from '@/lib/i18n/admin/dashboard-language';
import { drawn, type Text } from './text';
import { TextContext } from './text-context';

const english = drawn(adminTextIn('en', {}));
let german: Promise<Text> | null = null;

function loadGerman() {
  german ??= import('./german').then((module) => module.german);
  return german;
}

/**
 * Gives components that run in the browser the admin's texts. One component for every language, so that a change of it
 * keeps what stands in the page; without a fallback, so that a page stays as it was sent until the words are there.
 */
export function AdminTextProvider({ language, children }: { language: DashboardLanguage; children: ReactNode }) {
  return <TextContext value={language === 'de' ? use(loadGerman()) : english}>{children}</TextContext>;
}
