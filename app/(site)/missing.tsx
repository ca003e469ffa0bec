import type { Metadata } from 'next';
import { NotFound } from '@/components/layout/not-found';
import { SlotLayout } from '@/components/slots/slot-layout';
import { translatorOf } from '@/lib/i18n/translator';
import { markMissing } from '@/lib/caching/missing';
import { readSettings } from '@/lib/settings/queries';
import { readNewest } from './reads';
import { readPageSlots } from './slot-reads';

export async function missingHead(): Promise<Metadata> {
  const { language } = await readSettings();
  return { title: translatorOf(language)('notFound.head'), robots: { index: false } };
}

/** Shown instead of a page that does not exist, with status 404. */
export async function Missing() {
  markMissing();
  const [posts, settings] = await Promise.all([readNewest(3), readSettings(), readPageSlots({ type: 'not-found' })]);
  return (
    <SlotLayout>
      <NotFound posts={posts} dates={settings} text={settings.notFoundText} />
    </SlotLayout>
  );
}
