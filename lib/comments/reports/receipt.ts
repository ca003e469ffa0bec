import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { secrets } from '@/lib/secrets/secrets';

/** The address at which a reporter reads what became of a report ends with this. Hexadecimal: paths lose their capitals. */
export function receiptToken(reportId: string) {
  return `${reportId.replaceAll('-', '')}${signature(reportId)}`;
}

/** The report that this token was given for; null if it was forged or damaged. */
export function reportOfReceipt(token: string): string | null {
  const [, ...parts] = /^(.{8})(.{4})(.{4})(.{4})(.{12})[0-9a-f]{32}$/.exec(token) ?? [];
  const id = parts.join('-');
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  return timingSafeEqual(Buffer.from(receiptToken(id)), Buffer.from(token)) ? id : null;
}

function signature(reportId: string) {
  return createHmac('sha256', secrets().signing).update(`comment-report:${reportId}`).digest('hex').slice(0, 32);
}
