import { looksSheet } from '@/components/looks/sheets';
import { readSettings } from '@/lib/settings/queries';
import { sheetAnswer } from '../sheet-answer';

export const dynamic = 'force-static';

/** The fonts, the colours and the width that the owner chose. */
export async function GET() {
  return sheetAnswer(looksSheet(await readSettings()));
}
