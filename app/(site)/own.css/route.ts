import { readSettings } from '@/lib/settings/queries';
import { plainAnswer } from '../plain-answer';
import { sheetAnswer } from '../sheet-answer';

export const dynamic = 'force-static';

/** The owner's own CSS; 404 without any. */
export async function GET() {
  const { ownCss } = await readSettings();
  return ownCss ? sheetAnswer(ownCss) : plainAnswer('');
}
