const pattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d\d:?\d\d)?(?:\s+[+-]?\w{1,6})?$/i;
const EARLIEST_YEAR = 1900;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A moment as "2013-10-10T19:20:29Z", "2021-10-28 20:50:15 +0800" or a day, in UTC without a zone. Null for what cannot have been. */
export function readIsoDate(text: string, now = new Date()): Date | null {
  const parts = pattern.exec(text.trim());
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  if (year < EARLIEST_YEAR || month < 1 || month > 12 || hour > 23 || minute > 59 || second > 60) return null;
  if (day < 1 || new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return null;
  const thousandths = Math.floor(Number(`0.${parts[7] ?? 0}`) * 1_000);
  const local = Date.UTC(year, month - 1, day, hour, minute, second, thousandths);
  const date = new Date(local - offsetMinutes(parts[8] ?? 'Z') * 60_000);
  return date.getTime() <= now.getTime() + DAY_MS ? date : null;
}

function offsetMinutes(zone: string) {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}
