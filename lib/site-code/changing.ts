import 'server-only';
import { createHash } from 'node:crypto';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import type { EventOf } from '@/lib/events/event';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { getSettings, lockSetting, storeSettings } from '@/lib/settings/queries';
import { MAX_SITE_CODES, type SiteCode } from '@/lib/settings/site-code';
import { refuseUnconfirmed, type Confirm } from '@/lib/slots/approval';
import { prepareSiteCode, type PreparedCode, type SiteCodeDraft } from './preparing';

type Change = { codes: SiteCode[]; change: EventOf<'site-code.changed'>['change']; of: SiteCode };

/**
 * Runs code in every page that readers see. It can do whatever a page can, so only those who may trust code add it, with
 * their password.
 */
export async function addSiteCode(
  actor: Actor,
  draft: SiteCodeDraft,
  confirm: Confirm = refuseUnconfirmed,
): Promise<PreparedCode> {
  requireTrust(actor);
  const prepared = prepareSiteCode(draft);
  await confirm(actor);
  const { name, code, need } = prepared;
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 16);
  await change(actor, (codes) => {
    if (codes.some((other) => other.hash === hash)) throw refusal('This code is in the list already.');
    if (codes.length >= MAX_SITE_CODES) throw refusal('There are 5 codes. Remove one that is not needed any more.');
    const added = { id: newId(), name, code, hash, need, isOn: true };
    return { codes: [...codes, added], change: 'added', of: added };
  });
  return prepared;
}

/** Takes code out of every page and keeps it here. Suspending it twice changes nothing. */
export async function suspendSiteCode(actor: Actor, id: string): Promise<void> {
  requireCapability(actor, 'settings.edit');
  await change(actor, (codes) => switched(codes, id, false));
}

/** Runs suspended code again, which takes what adding it takes. */
export async function resumeSiteCode(actor: Actor, id: string, confirm: Confirm = refuseUnconfirmed): Promise<void> {
  requireTrust(actor);
  await confirm(actor);
  await change(actor, (codes) => switched(codes, id, true));
}

/** Takes code out of every page for good; once it is gone, doing it again changes nothing. */
export async function removeSiteCode(actor: Actor, id: string): Promise<void> {
  requireCapability(actor, 'settings.edit');
  await change(actor, (codes) => {
    const of = codes.find((one) => one.id === id);
    return of ? { codes: codes.filter((one) => one !== of), change: 'removed', of } : null;
  });
}

function switched(codes: SiteCode[], id: string, isOn: boolean): Change | null {
  const of = codes.find((one) => one.id === id);
  if (!of) throw new AppError('not_found', 'This code was removed meanwhile.');
  if (of.isOn === isOn) return null;
  return {
    codes: codes.map((one) => (one === of ? { ...one, isOn } : one)),
    change: isOn ? 'resumed' : 'suspended',
    of,
  };
}

async function change({ id: actorId }: Actor, changed: (codes: SiteCode[]) => Change | null) {
  await transaction(async (tx) => {
    await lockSetting(tx, 'siteCode');
    const made = changed((await getSettings(tx)).siteCode);
    if (!made) return;
    await storeSettings({ siteCode: made.codes }, tx);
    const { id: codeId, name, hash } = made.of;
    emit(tx, { type: 'site-code.changed', actorId, codeId, change: made.change, name, hash });
  });
}

function requireTrust(actor: Actor) {
  try {
    requireCapability(actor, 'slots.trusted-code');
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'forbidden') throw error;
    throw new AppError('forbidden', 'Only an owner may let code run in every page.');
  }
}

function refusal(sentence: string) {
  return new AppError('invalid', sentence, { fields: { code: sentence } });
}
