import { randomUUID } from 'node:crypto';
import { newId } from '@/lib/platform/ids';
import { publishRuleNames } from '@/lib/settings/publish-rules';
import type { Rule } from '../action-calls';
import { fresh, type Visitor } from '../test-site';

const running: Visitor[] = ['admin', 'owner'];
const staff: Visitor[] = [...running, 'editor', 'author', 'other author', 'contributor', 'moderator', 'ads'];
const levels = Object.fromEntries(publishRuleNames.map((rule) => [rule, 'off']));
const redirects = 'app/(admin)/admin/redirects/actions.ts';
const menus = 'app/(admin)/admin/menus/actions.ts';
const visibility = 'app/(admin)/admin/settings/visibility/actions.ts';
const identity = 'app/(admin)/admin/settings/identity/actions.ts';
const siteCode = 'app/(admin)/admin/settings/code/actions.ts';
const appearance = 'app/(admin)/admin/settings/appearance/actions.ts';

async function aRedirect() {
  const { db } = await import('@/lib/database/db');
  const rule = { id: newId(), to: '/search', source: 'manual', createdAt: new Date() };
  return db.redirect.create({ data: { ...rule, from: `/old-${rule.id}` } });
}

async function aMissingAddress() {
  const { db } = await import('@/lib/database/db');
  const at = new Date();
  const address = `/missing-${fresh()}`;
  await db.missingAddress.create({ data: { address, count: 1, firstAt: at, lastAt: at } });
  return address;
}

const redirectFields = () => ({ from: `/old-${fresh()}`, to: '/search', status: '301', kind: 'exact' });

async function aMenu() {
  const { setMenu } = await import('../../factories/menus');
  const [first, second] = await setMenu('footer', [{ label: 'Archive' }, { label: 'Search' }]);
  return { id: first!.id, second: second!.id, version: '1' };
}

/** Code of the site, as it is while it runs. */
async function aSiteCode() {
  const { storeSettings } = await import('@/lib/settings/queries');
  const code = { id: randomUUID(), name: 'Counter', code: '<script>1</script>', hash: '0123456789abcdef' };
  await storeSettings({ siteCode: [{ ...code, need: 'none', isOn: true }] });
  return { id: code.id };
}

/** What owners and administrators set for the site as a whole. */
export const siteActions: Record<string, Rule> = {
  // Everybody with a dashboard, for themselves alone.
  'app/(admin)/admin/actions.ts#dismissOnboardingAction': {
    may: staff,
    send: () => ({ fields: { intent: 'hide' } }),
  },
  // Everybody for themselves; which list needs which role: tests/integration/saved-filters.test.ts.
  'app/(admin)/admin/saved-filters/actions.ts#savedFilterAction': {
    may: staff.filter((visitor) => visitor !== 'moderator'),
    send: () => ({ fields: { intent: 'save', list: 'media', name: `Mine ${fresh()}`, query: 'q=tide' } }),
  },
  'app/(admin)/admin/settings/publishing/actions.ts#savePublishRulesAction': {
    may: running,
    send: () => ({ fields: { ...levels, least: String(1 + (parseInt(fresh(), 16) % 1_000)), most: '5000' } }),
  },
  'app/(admin)/admin/settings/actions.ts#changeSettingsAction': {
    may: running,
    send: () => ({ fields: { section: 'site', siteName: `Mine ${fresh()}`, tagline: '' } }),
  },
  [`${menus}#addEntryAction`]: {
    may: running,
    send: () => ({ fields: { place: 'header', address: '/archive', label: `Archive ${fresh()}` } }),
  },
  [`${menus}#fillMenuAction`]: {
    may: running,
    send: async () => {
      const { createPost } = await import('../../factories/posts');
      const { setMenu } = await import('../../factories/menus');
      await createPost({ type: 'page', title: 'About' });
      await setMenu('footer', []);
      return { fields: { place: 'footer' } };
    },
  },
  [`${menus}#changeEntryAction`]: {
    may: running,
    send: async () => {
      const { id, version } = await aMenu();
      return { fields: { id, place: 'footer', version, address: '/archive', label: `Archive ${fresh()}` } };
    },
  },
  [`${menus}#arrangeMenuAction`]: {
    may: running,
    send: async () => {
      const { second, version } = await aMenu();
      return { fields: { place: 'footer', version, up: second } };
    },
  },
  [`${appearance}#saveLooksAction`]: {
    may: running,
    send: () => ({
      fields: {
        frontLayout: 'list',
        articleLayout: 'column',
        fontPair: 'source',
        accentColour: `#${fresh()
          .replace(/[^0-9a-f]/g, '')
          .padEnd(6, '0')
          .slice(-6)}`,
        paper: 'warm',
        textWidth: 'normal',
      },
    }),
  },
  [`${appearance}#undoLooksAction`]: {
    may: running,
    send: async () => {
      const { defaultSettings } = await import('@/lib/settings/settings');
      const { looksOf } = await import('@/lib/settings/looks');
      const { storeSettings } = await import('@/lib/settings/queries');
      const former = {
        ...looksOf(defaultSettings),
        accentColour: `#${fresh()
          .replace(/[^0-9a-f]/g, '')
          .padEnd(6, '0')
          .slice(-6)}`,
      };
      await storeSettings({ formerLooks: JSON.stringify(former) });
      return { fields: {} };
    },
  },
  [`${appearance}#ownCssAction`]: {
    may: ['owner'],
    send: () => ({ fields: { ownCss: `.${fresh().replace(/\W/g, 'x')} { color: red }`, intent: 'preview' } }),
  },
  [`${siteCode}#addVerificationFileAction`]: {
    may: running,
    send: () => ({ fields: { fileName: 'google1a2b3c.html', fileContent: fresh() } }),
  },
  [`${siteCode}#removeVerificationFileAction`]: {
    may: running,
    send: async () => {
      const { storeSettings } = await import('@/lib/settings/queries');
      await storeSettings({ verificationFiles: [{ name: 'google1a2b3c.html', content: 'x' }] });
      return { fields: { name: 'google1a2b3c.html' } };
    },
  },
  // With a password that is right: tests/e2e/site-code.both.spec.ts.
  [`${siteCode}#addSiteCodeAction`]: {
    may: [],
    elsewhere: ['owner'],
    send: () => ({ fields: { name: 'Counter', code: `<script>"${fresh()}"</script>`, need: 'none' } }),
  },
  [`${siteCode}#suspendSiteCodeAction`]: { may: running, send: async () => ({ fields: await aSiteCode() }) },
  [`${siteCode}#resumeSiteCodeAction`]: {
    may: [],
    elsewhere: ['owner'],
    send: async () => ({ fields: await aSiteCode() }),
  },
  [`${siteCode}#removeSiteCodeAction`]: { may: running, send: async () => ({ fields: await aSiteCode() }) },
  [`${identity}#saveFooterAction`]: { may: running, send: () => ({ fields: { copyright: fresh(), footerText: '' } }) },
  [`${identity}#saveCardsAction`]: {
    may: running,
    send: async () => {
      const { getSettings } = await import('@/lib/settings/queries');
      return { fields: (await getSettings()).drawsCards ? {} : { drawsCards: 'on' } };
    },
  },
  [`${identity}#setSiteImageAction`]: { may: running, send: () => ({ fields: { role: 'logo', intent: 'remove' } }) },
  [`${identity}#saveAnnouncementAction`]: {
    may: running,
    send: () => ({
      fields: {
        announcementText: fresh(),
        announcementLink: '',
        announcementLinkText: '',
        announcementUntil: '',
      },
    }),
  },
  [`${visibility}#changeVisibilityAction`]: {
    may: running,
    send: async () => {
      const { getSettings } = await import('@/lib/settings/queries');
      const isOpen = (await getSettings()).visibility === 'everyone';
      return { fields: { visibility: isOpen ? 'accounts' : 'everyone', sitePassword: '' } };
    },
  },
  [`${visibility}#changeMaintenanceAction`]: { may: running, send: () => ({ fields: { maintenanceText: fresh() } }) },
  [`${redirects}#addRedirectAction`]: { may: running, send: () => ({ fields: redirectFields() }) },
  [`${redirects}#changeRedirectAction`]: {
    may: running,
    send: async () => ({ fields: { ...redirectFields(), id: (await aRedirect()).id } }),
  },
  [`${redirects}#removeRedirectAction`]: {
    may: running,
    send: async () => ({ fields: { id: (await aRedirect()).id } }),
  },
  [`${redirects}#importRedirectsAction`]: {
    may: running,
    send: () => ({ fields: { file: new File([`/old-${fresh()},/search`], 'redirects.csv', { type: 'text/csv' }) } }),
  },
  [`${redirects}#runRedirectBulkAction`]: {
    may: running,
    send: async () => ({ fields: { intent: 'delete', id: (await aRedirect()).id } }),
  },
  // What these two empty says nothing of a visitor, and is filled by every request: no change that this test looks for.
  [`${redirects}#emptyMissingAction`]: {
    may: [],
    elsewhere: running,
    send: async () => {
      await aMissingAddress();
      return { fields: {} };
    },
  },
  [`${redirects}#forgetMissingAction`]: {
    may: [],
    elsewhere: running,
    send: async () => ({ fields: { intent: 'forget', id: await aMissingAddress() } }),
  },
};
