'use client';

import {
  ChartLine,
  CornerUpRight,
  Download,
  FileText,
  House,
  Images,
  LibraryBig,
  ListTree,
  MessageSquare,
  Newspaper,
  RectangleHorizontal,
  Settings,
  Tag,
  Truck,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useText } from '#text';
import { paths } from '@/lib/web/paths';
import { currentSection, type Section, type SectionIcon } from './sections';
import { ThemeChoice } from './theme-choice';

const icons: Record<SectionIcon, LucideIcon> = {
  dashboard: House,
  posts: Newspaper,
  pages: FileText,
  tags: Tag,
  series: LibraryBig,
  media: Images,
  comments: MessageSquare,
  slots: RectangleHorizontal,
  users: Users,
  import: Truck,
  export: Download,
  redirects: CornerUpRight,
  menus: ListTree,
  settings: Settings,
  status: ChartLine,
};
/** The others are behind "More". */
const TAB_BAR_ITEMS = 4;

type Props = { siteName: string; user: string; sections: Section[] };

/** The admin's navigation: a sidebar on desktop, a tab bar on mobile. */
export function Sidebar({ siteName, user, sections }: Props) {
  const t = useText();
  const current = currentSection(sections, usePathname());
  const link = (section: Section) => <SectionLink key={section.href} section={section} current={current} />;
  return (
    <>
      <nav className="sidebar" aria-label={t('Admin##area')}>
        <p className="sidebar__name">
          <a href={paths.admin.dashboard()}>{siteName}</a>
        </p>
        <ul className="sidebar__sections">{sections.map(link)}</ul>
        <SidebarFooter user={user} />
      </nav>
      <nav className="tab-bar" aria-label={t('Admin##area')}>
        <ul className="tab-bar__sections">
          {sections.slice(0, TAB_BAR_ITEMS).map(link)}
          <li>
            <details className="tab-bar__more">
              <summary>{t('More')}</summary>
              <div className="tab-bar__sheet">
                <ul className="sidebar__sections">{sections.slice(TAB_BAR_ITEMS).map(link)}</ul>
                <SidebarFooter user={user} />
              </div>
            </details>
          </li>
        </ul>
      </nav>
    </>
  );
}

function SectionLink({ section, current }: { section: Section; current: Section | undefined }) {
  const t = useText();
  const Icon = icons[section.icon];
  return (
    <li>
      <a
        className="sidebar__link"
        href={section.href}
        aria-current={section.href === current?.href ? 'page' : undefined}
      >
        <Icon aria-hidden size={18} strokeWidth={1.75} />
        <span>{t(section.name)}</span>
        {section.waiting && section.waitingFor && (
          <span className="sidebar__count">
            <span>{section.waiting}</span>
            <span className="hidden-visually">{` ${t(section.waitingFor)}`}</span>
          </span>
        )}
      </a>
    </li>
  );
}

function SidebarFooter({ user }: { user: string }) {
  const t = useText();
  return (
    <div className="sidebar__footer">
      <a className="sidebar__link" href={paths.home()}>
        {t('View site')}
      </a>
      <a className="sidebar__link sidebar__user" href={paths.account()}>
        <span>{user}</span>
        <small>{t('Your account')}</small>
      </a>
      <a className="sidebar__link" href={paths.signOut()}>
        {t('Sign out')}
      </a>
      <ThemeChoice />
    </div>
  );
}
