import type { ReactNode } from 'react';
import { askedReader, factsOf, type AskedReader } from '@/app/(admin)/admin/slots/[id]/choice/asked';
import { pageAt } from '@/app/(admin)/admin/slots/[id]/choice/page-at';
import { pageTitle } from '@/app/(admin)/page-title';
import { guardPage } from '@/app/(admin)/guard';
import { CommentsSection } from '@/app/(site)/[slug]/comments/comments-section';
import { readHome, readNeighbours, readNewest, readSite } from '@/app/(site)/reads';
import { ArticlePage } from '@/components/posts/article-page';
import { OverlayBar } from '@/components/slots/overlay-bar';
import { setPageSlots } from '@/components/slots/page-slots';
import { SlotExplained } from '@/components/slots/slot-explained';
import { findPublicPost, type PublicPost } from '@/lib/posts/listing/queries';
import { getSettings } from '@/lib/settings/queries';
import { explainPlan } from '@/lib/slots/explained-plan';
import { listSlots, type LiveSlot } from '@/lib/slots/queries';
import { readManifest } from '@/lib/statistics/manifest-reading';
import { paths } from '@/lib/web/paths';
import { adminText } from '@/components/text/server';
import { useText } from '#text';
import { listMissing } from './missing-slots';
import './overlay.css';
import { HomeListing } from '../home-listing';

type Props = PageProps<'/preview/on-page'>;

export const generateMetadata = pageTitle('Slots on the site');

/** A page of the site with the name, the size and the choice of each slot. Private, so no reader's page carries any of it. */
export default async function SlotsOnPage({ searchParams }: Props) {
  await guardPage('slots.edit', paths.slotsOnPage());
  const query = await searchParams;
  const [slots, { timeZone }, newest] = await Promise.all([listSlots(), getSettings(), readNewest(10)]);
  const asked = askedReader.parse(query);
  const path = asked.path.trim() || (newest[0] ? paths.post(newest[0].slug) : '/');
  const reader = { facts: factsOf(asked, timeZone), seed: asked.seed || '1' };
  const [page, post] = await Promise.all([pageAt(path), findPublicPost(path.replace(/^\//, ''))]);
  const shown = page ?? { type: 'home' as const };
  const manifest = await readManifest(new Date(reader.facts.now));
  const { plan, explanations } = explainPlan(slots, { ...reader, page: shown, manifest });
  const explain = (slotId: string) => explained(slots, explanations, slotId);
  setPageSlots({ plan, showPlaceholders: true, explain });
  const missing = await listMissing({ slots, plan, explanations, page: shown, post, t: await adminText() });
  const bar = <Bar {...{ asked, path, missing, newest, isFound: page !== null }} seed={reader.seed} />;
  return post ? <OnPost post={post}>{bar}</OnPost> : <OnList>{bar}</OnList>;
}

type BarProps = {
  asked: AskedReader;
  path: string;
  seed: string;
  missing: Awaited<ReturnType<typeof listMissing>>;
  newest: readonly { slug: string }[];
  isFound: boolean;
};

function Bar({ asked, path, seed, missing, newest, isFound }: BarProps) {
  const t = useText();
  const refusal = isFound ? null : t('There is no public page at “{path}”: this is the home page.', { path });
  return (
    <OverlayBar
      path={isFound ? path : '/'}
      values={{ ...asked, seed }}
      pages={['/', ...newest.map(({ slug }) => paths.post(slug)), '/archive']}
      missing={missing}
      refusal={refusal}
    />
  );
}

type Explanations = ReturnType<typeof explainPlan>['explanations'];

function explained(slots: readonly LiveSlot[], explanations: Explanations, slotId: string) {
  const slot = slots.find(({ id }) => id === slotId);
  const explanation = explanations.get(slotId);
  return slot && explanation ? <SlotExplained slot={slot} explanation={explanation} /> : null;
}

async function OnPost({ post, children }: { post: PublicPost; children: ReactNode }) {
  const [site, neighbours] = await Promise.all([readSite(), readNeighbours(post)]);
  return (
    <>
      {children}
      <ArticlePage post={post} dates={site.settings} neighbours={neighbours} isPreview>
        <CommentsSection post={post} />
      </ArticlePage>
    </>
  );
}

// Lists of a tag, an author or the archive have the slots of their own type around the newest posts.
async function OnList({ children }: { children: ReactNode }) {
  const [site, list] = await Promise.all([readSite(), readHome(1)]);
  if (!list) return <main id="content">{children}</main>;
  return (
    <>
      {children}
      <HomeListing site={site} list={list} />
    </>
  );
}
