import { readDefaultDrawing } from '@/lib/identity/icons';
import { readSiteImages } from '@/lib/identity/queries';
import { plainAnswer } from '../plain-answer';

export const dynamic = 'force-static';

/** A site with icons of its own has no drawing. */
export async function GET() {
  const { icon } = await readSiteImages();
  return plainAnswer(icon ? '' : await readDefaultDrawing(), 'image/svg+xml');
}
