import 'server-only';
import { can, type Actor, type Capability, type Role } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { looksOf } from '@/lib/settings/looks';
import { readSettings } from '@/lib/settings/queries';
import { defaultSettings, type Settings } from '@/lib/settings/settings';

export type OnboardingStep = { name: StepName; isDone: boolean };

type StepName = 'write' | 'looks' | 'menu' | 'team' | 'slot';

const byHand = ['autosave', 'save', 'publish', 'restore'];
const staff: Role[] = ['owner', 'admin', 'editor', 'author', 'contributor', 'moderator', 'ads'];

const steps: { name: StepName; needs: Capability; isDone: (actor: Actor) => Promise<boolean> }[] = [
  { name: 'write', needs: 'posts.write', isDone: hasContent },
  { name: 'looks', needs: 'settings.edit', isDone: async () => hasOwnLooks(await readSettings()) },
  { name: 'menu', needs: 'settings.edit', isDone: hasMenu },
  { name: 'team', needs: 'users.manage', isDone: hasTeam },
  { name: 'slot', needs: 'slots.edit', isDone: hasFilledSlot },
];

/** The first steps of the actor's role; none once all are done or the actor dismissed them. */
export async function readOnboarding(actor: Actor): Promise<OnboardingStep[]> {
  const user = await readDb.user.findUnique({ where: { id: actor.id }, select: { onboardingDismissedAt: true } });
  if (user?.onboardingDismissedAt) return [];
  const own = steps.filter(({ needs }) => can(actor, needs));
  const read = await Promise.all(own.map(async ({ name, isDone }) => ({ name, isDone: await isDone(actor) })));
  return read.every(({ isDone }) => isDone) ? [] : read;
}

/** Whether anything was written or imported; for authors, by themselves. */
async function hasContent(actor: Actor) {
  if (!can(actor, 'posts.edit-any')) {
    return (await readDb.postAuthor.findFirst({ where: { userId: actor.id }, select: { postId: true } })) !== null;
  }
  const found = await Promise.all([
    // The sample post is ours; the first revision by a user is the first thing written here.
    ...byHand.map(findWritten),
    readDb.importBatch.findFirst({ where: { status: 'done' }, select: { id: true } }),
  ]);
  return found.some((one) => one !== null);
}

// One kind at a time, because the index begins with it.
function findWritten(kind: string) {
  return readDb.postRevision.findFirst({ where: { kind, authorId: { not: null } }, select: { id: true } });
}

function hasOwnLooks(settings: Settings) {
  const { logoId, iconId, accentHue } = settings;
  if (logoId || iconId || accentHue !== defaultSettings.accentHue) return true;
  return JSON.stringify(looksOf(settings)) !== JSON.stringify(looksOf(defaultSettings));
}

async function hasMenu() {
  const menu = await readDb.siteMenu.findFirst({ where: { entries: { not: '[]' } }, select: { place: true } });
  return menu !== null;
}

// An imported author has no address.
async function hasTeam({ id }: Actor) {
  const where = { role: { in: staff }, email: { not: null }, id: { not: id } };
  return (await readDb.user.findFirst({ where, select: { id: true } })) !== null;
}

async function hasFilledSlot() {
  const filled = await readDb.lineItem.findFirst({ where: { creativeId: { not: null } }, select: { id: true } });
  return filled !== null;
}
