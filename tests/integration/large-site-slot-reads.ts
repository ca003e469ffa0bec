import { readCampaignFigures, readCampaignReport } from '@/lib/campaigns/figures';
import {
  findCampaign,
  findReported,
  listAdvertisers,
  listCampaignChoices,
  listCampaigns,
} from '@/lib/campaigns/queries';
import { listOffers, readMediaKit } from '@/lib/media-kit/queries';
import { listCampaignItems } from '@/lib/slots/campaign-items';
import { getEditable } from '@/lib/posts/editing/drafting';
import { getSellerFile, listMissingSellers } from '@/lib/sellers/queries';
import {
  findFrameCode,
  findInPageCode,
  findSlot,
  findVersion,
  listLiveCode,
  listSlots,
  findLineItem,
  listVersions,
  nameVersions,
  namesInRules,
} from '@/lib/slots/queries';
import { findDensityProblem } from '@/lib/slots/density-check';
import { listOutlinePosts, outlinePostOf } from '@/lib/slots/outline-posts';
import { countReported, findReportable, listReported } from '@/lib/slots/reader-reports';
import { listPauses } from '@/lib/slots/behaviour';
import { findCodeTest, findTestFrame } from '@/lib/slots/testing/code-tests';
import { listReports } from '@/lib/slots/reports';
import { goalSchema } from '@/lib/slots/line-item';
import { rulesSchema } from '@/lib/slots/slot';
import { listSpotSlots } from '@/lib/slots/spot-slots';
import { listDays, listFiltered, listTop, listTopPosts } from '@/lib/statistics/queries';
import { readManifest } from '@/lib/statistics/manifest-reading';
import { readDelivery, readProgress } from '@/lib/statistics/delivery';
import { readLearnedHeights } from '@/lib/statistics/learned-heights';
import { readFigures, readSlotFigures } from '@/lib/statistics/slot-queries';
import { readSlotHealth } from '@/lib/statistics/slot-health';
import { listViewsByDay, readPostFigures } from '@/lib/statistics/post-queries';
import { findSlotOverBudget, listBudgetPauses } from '@/lib/slots/over-budget';
import type { Read, TestSite } from './large-site-reads';

const inUtc = { timeZone: 'UTC' };
const soldIn = (slotId: string) => ({ id: slotId, slotId, goal: goalSchema.parse({ kind: 'impressions', amount: 9 }) });
const rulesAbout = ({ tags, users }: TestSite) => {
  const ids = (rows: { id: string }[]) => rows.slice(0, 50).map(({ id }) => id);
  return rulesSchema.parse({ onlyTags: ids(tags), onlyAuthors: ids(users) });
};

/** What is exported to read slots and their statistics with. */
export const slotReads: Record<string, Record<string, Read>> = {
  'lib/sellers/queries': {
    getSellerFile: () => getSellerFile('ads.txt'),
    listMissingSellers: () => listMissingSellers(''),
  },
  'lib/slots/reader-reports': {
    findReportable: async ({ slot }) => findReportable(`${(await listVersions(slot.id))[0]!.id}-0000000000000000`),
    listReported: ({ owner }) => listReported(owner),
    countReported: () => countReported(),
  },
  'lib/slots/campaign-items': { listCampaignItems: () => listCampaignItems(['none']) },
  'lib/campaigns/queries': {
    listCampaigns: () => Promise.all([listCampaigns({ isArchived: false }), listCampaigns({ isArchived: true })]),
    findCampaign: () => findCampaign('none'),
    listCampaignChoices: () => listCampaignChoices('none'),
    listAdvertisers: () => listAdvertisers(),
    findReported: () => findReported('none.none'),
  },
  'lib/campaigns/figures': {
    readCampaignFigures: ({ owner }) => readCampaignFigures(owner, ['none']),
    readCampaignReport: () =>
      readCampaignReport('none', { range: { from: '2026-11-01', until: '2026-11-28' }, ...inUtc }),
  },
  'lib/media-kit/queries': { listOffers: () => listOffers(), readMediaKit: () => readMediaKit(inUtc) },
  'lib/slots/behaviour': {
    listPauses: ({ slot }) => Promise.all([listPauses(), listPauses(slot.id)]),
  },
  'lib/slots/testing/code-tests': {
    findCodeTest: ({ owner, slot }) => findCodeTest(owner, { id: 'none', slotId: slot.id }),
    findTestFrame: () => findTestFrame('none'),
  },
  'lib/slots/reports': {
    listReports: async ({ slot }) => listReports((await listVersions(slot.id))[0]!.id),
  },
  'lib/slots/outline-posts': {
    listOutlinePosts: () => listOutlinePosts(),
    outlinePostOf: async ({ owner, busy }) => outlinePostOf(await getEditable(owner, busy.id)),
  },
  'lib/slots/density-check': { findDensityProblem: ({ slot }) => findDensityProblem({ slotId: slot.id }) },
  'lib/slots/spot-slots': { listSpotSlots: () => listSpotSlots() },
  'lib/slots/queries': {
    listSlots: () => listSlots(),
    listLiveCode: () => listLiveCode(),
    findSlot: ({ slot }) => findSlot(slot.id),
    listVersions: ({ slot }) => listVersions(slot.id),
    findLineItem: ({ slot }) => findLineItem(slot.id, slot.id),
    nameVersions: ({ slot }) => nameVersions(slot.id),
    findVersion: async ({ slot }) => findVersion(slot.id, (await listVersions(slot.id))[0]!.id),
    findFrameCode: () => findFrameCode('none', 'none'),
    findInPageCode: () => findInPageCode('none', 'none'),
    namesInRules: (large) => namesInRules([rulesAbout(large)]),
  },
  'lib/statistics/queries': {
    listDays: ({ owner }) => listDays(owner, inUtc),
    listTopPosts: ({ owner, writer }) => Promise.all([listTopPosts(owner, inUtc), listTopPosts(writer, inUtc)]),
    listTop: ({ owner }) => listTop(owner, 'referrer', inUtc),
    listFiltered: ({ owner, slot }) =>
      Promise.all([listFiltered(owner, null, inUtc), listFiltered(owner, slot.id, inUtc)]),
  },
  'lib/statistics/learned-heights': { readLearnedHeights: async () => readLearnedHeights(await listSlots()) },
  'lib/statistics/manifest-reading': { readManifest: () => readManifest() },
  'lib/statistics/delivery': {
    readDelivery: ({ slot }) => readDelivery([soldIn(slot.id)], inUtc),
    readProgress: ({ owner, slot }) => readProgress(owner, [{ ...soldIn(slot.id), creative: null }], inUtc),
  },
  'lib/statistics/slot-queries': {
    readSlotFigures: ({ owner, slot }) => readSlotFigures(owner, slot.id, inUtc),
    readFigures: ({ owner }) => readFigures(owner, {}, inUtc),
  },
  'lib/statistics/slot-health': { readSlotHealth: ({ owner }) => readSlotHealth(owner, {}, inUtc) },
  'lib/statistics/post-queries': {
    readPostFigures: ({ owner, busy }) => readPostFigures(owner, busy.id, inUtc),
    listViewsByDay: ({ posts: all }) =>
      listViewsByDay(
        all.slice(0, 100).map(({ id }) => id),
        inUtc,
      ),
  },
  'lib/slots/over-budget': {
    listBudgetPauses: ({ slot }) => listBudgetPauses(slot.id),
    findSlotOverBudget: () => findSlotOverBudget(),
  },
};
