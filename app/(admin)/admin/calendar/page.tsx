import { PageHeader } from '@/components/admin/page-header';
import { CalendarBoard, type ShownDay } from '@/components/posts/calendar-board';
import { adminText } from '@/components/text/server';
import type { Text } from '@/components/text/text';
import { listCalendar, type CalendarEntry } from '@/lib/post-lists/calendar';
import { getSettings } from '@/lib/settings/queries';
import { firstDayOfWeek, monthAfter, monthText, readMonth, weekdayNames, weeksOf } from '@/lib/time/calendar-month';
import { dayLabel, formatMonth } from '@/lib/time/dates';
import { toWallClock, zoneIn, zoneHint } from '@/lib/time/site-time';
import { only } from '@/lib/web/search-params';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../guard';
import { pageTitle } from '../../page-title';
import { movePublicationAction } from './actions';
import './calendar.css';

export const generateMetadata = pageTitle('Calendar');

/** What is published, scheduled and expires in a month, in the site's time zone. */
export default async function CalendarPage({ searchParams }: PageProps<'/admin/calendar'>) {
  const actor = await guardPage('posts.write', paths.admin.calendar());
  const [t, { timeZone }, search] = await Promise.all([adminText(), getSettings(), searchParams]);
  const today = dayLabel(new Date(), timeZone);
  const now = readMonth(today.slice(0, 7))!;
  const month = readMonth(only(search.month)) ?? now;
  const entries = await listCalendar(actor, month, timeZone);
  const firstDay = firstDayOfWeek(t.language);
  const days = daysOf(entries, { timeZone, today, t });
  return (
    <>
      <PageHeader title={t('Calendar')} lead={formatMonth(month, t.language)}>
        <a className="button" href={paths.admin.posts()}>
          {t('Posts')}
        </a>
      </PageHeader>
      <nav className="calendar-nav" aria-label={t('Months')}>
        <a className="button" href={paths.admin.calendar(monthText(monthAfter(month, -1)))} rel="prev">
          {t('Previous month')}
        </a>
        {monthText(month) !== monthText(now) && (
          <a className="button" href={paths.admin.calendar()}>
            {t('This month')}
          </a>
        )}
        <a className="button" href={paths.admin.calendar(monthText(monthAfter(month, 1)))} rel="next">
          {t('Next month')}
        </a>
      </nav>
      {entries.length === 0 && <p className="quiet">{t('Nothing is planned or published in this month.')}</p>}
      <CalendarBoard
        key={monthText(month)}
        label={formatMonth(month, t.language)}
        weekdays={weekdayNames(t.language, firstDay)}
        weeks={weeksOf(month, firstDay).map((week) => week.map((day) => (day === null ? null : days(day))))}
        action={movePublicationAction}
        zoneHint={t.said(zoneHint(zoneIn(new Date(), timeZone)))}
      />
    </>
  );
}

type Shown = { timeZone: string; today: string; t: Text };

/** The days of the entries, as they are shown. */
function daysOf(entries: readonly CalendarEntry[], { timeZone, today, t }: Shown) {
  const byDay = Map.groupBy(entries, ({ at }) => dayLabel(at, timeZone));
  const named = new Intl.DateTimeFormat(t.language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return (day: string): ShownDay => ({
    day,
    number: String(Number(day.slice(8))),
    name: named.format(new Date(`${day}T00:00:00Z`)),
    isToday: day === today,
    entries: (byDay.get(day) ?? []).map(({ at, isMovable, ...entry }) => ({
      ...entry,
      href: paths.admin.post(entry.id),
      time: toWallClock(at, timeZone).slice(11),
      day,
      publishAt: isMovable ? toWallClock(at, timeZone) : '',
    })),
  });
}
