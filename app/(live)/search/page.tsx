import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { SearchPage } from '@/components/search/search-page';
import { translatorOf } from '@/lib/i18n/translator';
import { AppError } from '@/lib/platform/errors';
import { clientAddress } from '@/lib/rate-limits/client-address';
import { countAttempt } from '@/lib/rate-limits/limiting';
import { searchPosts, type Answers } from '@/lib/search/queries';
import { only } from '@/lib/web/search-params';
import { readSettings } from '@/lib/settings/queries';
import { lineOf } from '@/lib/text/visible-text';
import './results.css';

const RATE_LIMIT = { name: 'search', limit: 30, seconds: 60 };

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await readSettings();
  return { title: translatorOf(language)('layout.search') };
}

export default async function Search({ searchParams }: PageProps<'/search'>) {
  const { q, after } = await searchParams;
  const question = lineOf(only(q).slice(0, 200));
  const [settings, found] = await Promise.all([readSettings(), answer(question, only(after))]);
  return <SearchPage question={question} isFirst={!after} dates={settings} {...found} />;
}

/** The results, or why there are none. */
async function answer(question: string, after: string): Promise<Answers & { refusal: string }> {
  try {
    if (question) await countAttempt(RATE_LIMIT, clientAddress(await headers()));
    return { ...(await searchPosts(question, after)), refusal: '' };
  } catch (error) {
    if (error instanceof AppError) return { terms: [], answers: [], next: '', corrected: '', refusal: error.message };
    throw error;
  }
}
