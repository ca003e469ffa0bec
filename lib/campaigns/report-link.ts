import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { secrets } from '@/lib/secrets/secrets';

type Linked = { id: string; reportNonce: string | null };

/** What the address of a campaign's report ends with; null while there is no link. */
export function reportToken({ id, reportNonce }: Linked): string | null {
  return reportNonce === null ? null : `${id}.${signature(id, reportNonce)}`;
}

/** The id of the campaign that such an address names; it proves nothing. "" for what no id looks like. */
export function campaignIn(token: string) {
  return /^([\w-]{1,64})\./.exec(token)?.[1] ?? '';
}

/** Whether it is the present link of this campaign: one that was revoked is as good as forged. */
export function isReportToken(token: string, campaign: Linked) {
  const wanted = reportToken(campaign);
  if (wanted === null) return false;
  const [expected, given] = [Buffer.from(wanted), Buffer.from(token)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function signature(id: string, nonce: string) {
  return createHmac('sha256', secrets().signing).update(`campaign-report:${id}:${nonce}`).digest('base64url');
}
