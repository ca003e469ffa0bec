import { fixedIcons, readFixedIcon, type FixedIcon } from '@/lib/identity/icons';
import { readSiteImages } from '@/lib/identity/queries';

/** An icon at the address that browsers try by themselves. */
export async function answerIcon(name: FixedIcon) {
  const { icon } = await readSiteImages();
  const bytes = await readFixedIcon(name, icon);
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': fixedIcons[name].type } });
}
