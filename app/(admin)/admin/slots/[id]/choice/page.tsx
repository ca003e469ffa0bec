import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/admin/page-header';
import { ChoiceForm, ChoiceTable } from '@/components/slots/slot-choice';
import { adminText } from '@/components/text/server';
import { SlotViews } from '@/components/slots/slot-views';
import { listPublicPosts } from '@/lib/posts/listing/queries';
import { getSettings } from '@/lib/settings/queries';
import { explainChoice } from '@/lib/slots/explaining';
import { placementFacts } from '@/lib/slots/placements';
import { findSlot } from '@/lib/slots/queries';
import { readManifest } from '@/lib/statistics/manifest-reading';
import { toWallClock, zoneIn } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';
import { pageTitle } from '../../../../page-title';
import { guardPage } from '../../../../guard';
import { askedReader, factsOf } from './asked';
import { pageAt } from './page-at';
import '../../slots.css';

type Props = PageProps<'/admin/slots/[id]/choice'>;

export const generateMetadata = pageTitle('Who gets which');

/** Replays the choice of readers' browsers for a reader who is made up. Nothing of it is counted. */
export default async function SlotChoicePage({ params, searchParams }: Props) {
  const { id } = await params;
  await guardPage('slots.edit', paths.admin.slotChoice(id));
  const [slot, { timeZone }, query] = await Promise.all([findSlot(id), getSettings(), searchParams]);
  if (!slot) notFound();
  const t = await adminText();
  const asked = askedReader.parse(query);
  const path = asked.path || (await examplePath(slot.placement));
  const facts = factsOf(asked, timeZone);
  const page = await pageAt(path);
  const manifest = await readManifest(new Date(facts.now));
  const seed = asked.seed || '1';
  const at = toWallClock(new Date(facts.now), timeZone);
  return (
    <div className="slot-page">
      <p className="slot-back">
        <a href={paths.admin.slots()}>{t('Ad slots')}</a>
      </p>
      <PageHeader
        title={t('Who gets which in “{name}”', { name: slot.name })}
        lead={t('The choice of a reader’s browser, replayed. It is not counted.')}
      />
      <SlotViews slotId={id} current="choice" />
      <ChoiceForm values={{ ...asked, path, at, seed }} zone={zoneIn(new Date(facts.now), timeZone)} />
      {page ? (
        <ChoiceTable explanation={explainChoice(slot, { page, facts, seed, manifest })} />
      ) : (
        <p className="notice notice--refused">{t('There is no public page at “{path}”.', { path })}</p>
      )}
    </div>
  );
}

async function examplePath(placement: keyof typeof placementFacts) {
  if (!placementFacts[placement].pages.includes('post')) return '/';
  const [newest] = await listPublicPosts(1);
  return newest ? paths.post(newest.slug) : '/';
}
