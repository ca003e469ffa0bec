import 'server-only';
import { readSettings } from '@/lib/settings/queries';

/** Code that pages run, by the id and hash in its address; null once it is suspended, changed or removed. */
export async function findSiteCode(id: string, hash: string): Promise<string | null> {
  const { siteCode } = await readSettings();
  return siteCode.find((one) => one.isOn && one.id === id && one.hash === hash)?.code ?? null;
}
