import { can, type Actor, type Capability } from '@/lib/auth/actor';
import { msg } from '@/lib/i18n/admin/msg';
import { countText } from '@/lib/text/capped-count';
import { paths } from '@/lib/web/paths';

export type Section = {
  /** Its name and what is waited for are written with `t`. */
  name: string;
  href: string;
  icon: SectionIcon;
  /** Number of waiting items, formatted; "" for none. */
  waiting?: string;
  /** What they wait for. */
  waitingFor?: string;
};
export type SectionIcon =
  | 'dashboard'
  | 'posts'
  | 'pages'
  | 'tags'
  | 'series'
  | 'media'
  | 'comments'
  | 'slots'
  | 'users'
  | 'import'
  | 'export'
  | 'redirects'
  | 'menus'
  | 'settings'
  | 'status';

const sections: (Section & { needs: Capability })[] = [
  { name: msg('Dashboard'), href: paths.admin.dashboard(), icon: 'dashboard', needs: 'admin.enter' },
  { name: msg('Posts'), href: paths.admin.posts(), icon: 'posts', needs: 'posts.write' },
  { name: msg('Comments'), href: paths.admin.comments(), icon: 'comments', needs: 'comments.moderate' },
  { name: msg('Media'), href: paths.admin.media(), icon: 'media', needs: 'media.upload' },
  { name: msg('Pages'), href: paths.admin.pages(), icon: 'pages', needs: 'posts.write' },
  { name: msg('Tags'), href: paths.admin.tags(), icon: 'tags', needs: 'posts.edit-any' },
  { name: msg('Series##several'), href: paths.admin.series(), icon: 'series', needs: 'posts.edit-any' },
  { name: msg('Ad slots'), href: paths.admin.slots(), icon: 'slots', needs: 'slots.edit' },
  { name: msg('Users'), href: paths.admin.users(), icon: 'users', needs: 'users.manage' },
  { name: msg('Import'), href: paths.admin.imports(), icon: 'import', needs: 'import.run' },
  { name: msg('Export'), href: paths.admin.export(), icon: 'export', needs: 'site.export' },
  { name: msg('Redirects'), href: paths.admin.redirects(), icon: 'redirects', needs: 'settings.edit' },
  { name: msg('Menus'), href: paths.admin.menus(), icon: 'menus', needs: 'settings.edit' },
  { name: msg('Settings'), href: paths.admin.settings(), icon: 'settings', needs: 'settings.edit' },
  { name: msg('System status'), href: paths.admin.systemStatus(), icon: 'status', needs: 'settings.edit' },
];

/** The sections that this user may open; each page checks again. */
export function sectionsFor(actor: Pick<Actor, 'role'>, { pendingComments = 0, reportedComments = 0 } = {}): Section[] {
  const count = pendingComments + reportedComments;
  const waiting = count > 0 ? countText(count) : '';
  const waitingFor = reportedComments > 0 ? msg('awaiting approval or reported') : msg('awaiting approval');
  return sections
    .filter(({ needs }) => can(actor, needs))
    .map(({ name, href, icon }) => ({ name, href, icon, ...(icon === 'comments' ? { waiting, waitingFor } : {}) }));
}

/** The section of a path: its longest matching prefix. */
export function currentSection(sections: readonly Section[], pathname: string): Section | undefined {
  return sections
    .filter(({ href }) => pathname === href || (href !== paths.admin.dashboard() && pathname.startsWith(`${href}/`)))
    .toSorted((a, b) => b.href.length - a.href.length)[0];
}
