import { can, type Actor, type Capability } from '@/lib/auth/actor';
import { countText } from '@/lib/text/capped-count';
import { paths } from '@/lib/web/paths';

export type Section = {
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
  | 'media'
  | 'comments'
  | 'slots'
  | 'users'
  | 'import'
  | 'settings'
  | 'status';

const sections: (Section & { needs: Capability })[] = [
  { name: 'Dashboard', href: paths.admin.dashboard(), icon: 'dashboard', needs: 'admin.enter' },
  { name: 'Posts', href: paths.admin.posts(), icon: 'posts', needs: 'posts.write' },
  { name: 'Comments', href: paths.admin.comments(), icon: 'comments', needs: 'comments.moderate' },
  { name: 'Media', href: paths.admin.media(), icon: 'media', needs: 'media.upload' },
  { name: 'Pages', href: paths.admin.pages(), icon: 'pages', needs: 'posts.write' },
  { name: 'Tags', href: paths.admin.tags(), icon: 'tags', needs: 'posts.edit-any' },
  { name: 'Ad slots', href: paths.admin.slots(), icon: 'slots', needs: 'slots.edit' },
  { name: 'Users', href: paths.admin.users(), icon: 'users', needs: 'users.manage' },
  { name: 'Import', href: paths.admin.imports(), icon: 'import', needs: 'import.run' },
  { name: 'Settings', href: paths.admin.settings(), icon: 'settings', needs: 'settings.edit' },
  { name: 'System status', href: paths.admin.systemStatus(), icon: 'status', needs: 'settings.edit' },
];

/** The sections that this user may open; each page checks again. */
export function sectionsFor(actor: Pick<Actor, 'role'>, { pendingComments = 0, reportedComments = 0 } = {}): Section[] {
  const count = pendingComments + reportedComments;
  const waiting = count > 0 ? countText(count) : '';
  const waitingFor = reportedComments > 0 ? 'awaiting approval or reported' : 'awaiting approval';
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
