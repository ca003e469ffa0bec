import { migrate } from '@/lib/database/migrations';
import { declareInUse } from '@/lib/database/site-in-use';
import { makeDataFolder } from '@/lib/database/sqlite-file';
import { secrets } from '@/lib/secrets/secrets';
import { applySiteMoveNow } from '@/lib/upkeep/site-move';
import { settleFeedIdentity } from '@/lib/settings/site-address';
import { announceSetUp } from '@/lib/setup/first-start';
import { createDefaultSlots } from '@/lib/slots/default-slots';
import { createSampleContent } from '@/lib/sample-content/creation';

export function prepareFolder() {
  makeDataFolder();
  declareInUse();
  secrets();
}

/** Migrates and adds the sample content; resolves with lines for the operator. */
export async function prepareSite(): Promise<string[]> {
  const began = performance.now();
  const applied = await migrate();
  await settleFeedIdentity();
  await applySiteMoveNow();
  await createDefaultSlots();
  const hasSampleContent = await createSampleContent();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const migrated = `Migrating the database (${applied.length} ${applied.length === 1 ? 'migration' : 'migrations'}) … done in ${seconds} s`;
  const added = 'Added a small sample site: delete it whenever you like.';
  return [...(applied.length > 0 ? [migrated] : []), ...(hasSampleContent ? [added] : []), ...(await announceSetUp())];
}
