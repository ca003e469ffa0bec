/** A month as "2026-11", or null if the text is none. */
export function readMonth(text: string) {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
  const [y, m] = [Number(year), Number(month)];
  return year && y >= 1900 && m >= 1 && m <= 12 ? { year: y, month: m } : null;
}

export type Month = NonNullable<ReturnType<typeof readMonth>>;

export function monthText({ year, month }: Month) {
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** The month so many months later. */
export function monthAfter({ year, month }: Month, months: number): Month {
  const at = new Date(Date.UTC(year, month - 1 + months, 1));
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1 };
}

/** 1 for Monday to 7 for Sunday: with which day weeks begin where this language is spoken. */
export function firstDayOfWeek(language: string) {
  const locale = new Intl.Locale(language) as Intl.Locale & { getWeekInfo?: () => { firstDay: number } };
  return locale.getWeekInfo?.().firstDay ?? 1;
}

/** The weeks of a month, with "2026-11-30" for each day and null before and after it. */
export function weeksOf({ year, month }: Month, firstDay: number): (string | null)[][] {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const begins = new Date(Date.UTC(year, month - 1, 1)).getUTCDay() || 7;
  const before = (begins - firstDay + 7) % 7;
  const days = Array.from({ length }, (_, at) => `${monthText({ year, month })}-${String(at + 1).padStart(2, '0')}`);
  const cells = [...Array.from({ length: before }, () => null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, at) => cells.slice(at * 7, at * 7 + 7));
  return weeks.map((week) => [...week, ...Array.from({ length: 7 - week.length }, () => null)]);
}

/** The day so many days after "2026-11-30", or before it. */
export function dayAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The names of the days in the order of a week: "Monday". */
export function weekdayNames(language: string, firstDay: number) {
  const named = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  // 5 January 2026 was a Monday.
  return Array.from({ length: 7 }, (_, at) => named.format(new Date(Date.UTC(2026, 0, 4 + firstDay + at))));
}
