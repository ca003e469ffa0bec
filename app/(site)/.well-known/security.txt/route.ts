import { plainAnswer } from '../../plain-answer';
import { readSecurityText } from '../../reads';

export const dynamic = 'force-static';

export async function GET() {
  return plainAnswer(await readSecurityText());
}
