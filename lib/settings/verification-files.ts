import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { getSettings, lockSetting, storeSettings } from './queries';
import { MAX_VERIFICATION_FILES, refusalOfFile, type VerificationFile } from './verification';

/** Serves a file at an address of the site; one of the same name is replaced. */
export async function addVerificationFile(actor: Actor, file: VerificationFile): Promise<void> {
  requireCapability(actor, 'settings.edit');
  const refusal = refusalOfFile(file);
  if (refusal) throw new AppError('invalid', Object.values(refusal)[0] ?? '', { fields: refusal });
  await change(actor, (files) => {
    const others = files.filter(({ name }) => name.toLowerCase() !== file.name.toLowerCase());
    if (others.length >= MAX_VERIFICATION_FILES) {
      throw new AppError('invalid', 'There are 10 verification files. Remove one that is not needed any more.');
    }
    return [...others, file];
  });
}

/** Removes the file; once it is gone, doing it again changes nothing. */
export async function removeVerificationFile(actor: Actor, name: string): Promise<void> {
  requireCapability(actor, 'settings.edit');
  await change(actor, (files) => files.filter((file) => file.name !== name));
}

async function change({ id: actorId }: Actor, changed: (files: VerificationFile[]) => VerificationFile[]) {
  await transaction(async (tx) => {
    await lockSetting(tx, 'verificationFiles');
    await storeSettings({ verificationFiles: changed((await getSettings(tx)).verificationFiles) }, tx);
    emit(tx, { type: 'settings.changed', actorId, names: ['verificationFiles'] });
  });
}
