import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { AppError } from '@/lib/platform/errors';
import { applySettings } from '@/lib/settings/updating';
import { getSettings } from '@/lib/settings/queries';
import type { Settings } from '@/lib/settings/settings';
import { changesFrom, type SettingChange } from './source-settings';
import { findImport } from '../queries';

/** What adopting the source site's settings would change here. */
export async function listSourceSettings(id: string): Promise<SettingChange[]> {
  const batch = await findImport(id);
  if (batch?.state.status !== 'done') return [];
  const { oldSite } = batch.state.report;
  return oldSite ? changesFrom(oldSite, await getSettings()) : [];
}

/** Adopts the old site's name, tagline and time zone; returns the changes. */
export async function applySourceSettings(actor: Actor, id: string): Promise<SettingChange[]> {
  requireCapability(actor, 'import.run');
  requireCapability(actor, 'settings.edit');
  if (!(await findImport(id))) throw new AppError('not_found', 'This import does not exist.');
  const changes = await listSourceSettings(id);
  const wanted: Partial<Settings> = Object.fromEntries(changes.map(({ name, is }) => [name, is]));
  await applySettings(actor, wanted);
  return changes;
}
