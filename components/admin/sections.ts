import { can, type Actor, type Capability } from '@/lib/auth/actor';
import { countText } from '@/lib/counting';
import { paths } from '@/lib/paths';

export type Section = {
  name: string;
  href: string;
  icon: SectionIcon;
  /** What waits there, as people read it: "3"; "" for nothing. */
  waiting?: string;
};
export type SectionIcon =
  'start' | 'posts' | 'pages' | 'tags' | 'media' | 'comments' | 'slots' | 'people' | 'import' | 'settings' | 'figures';

const sections: (Section & { needs: Capability })[] = [
  { name: 'Dashboard', href: paths.admin.start(), icon: 'start', needs: 'admin.enter' },
  { name: 'Posts', href: paths.admin.posts(), icon: 'posts', needs: 'posts.write' },
  { name: 'Comments', href: paths.admin.comments(), icon: 'comments', needs: 'comments.moderate' },
  { name: 'Media', href: paths.admin.media(), icon: 'media', needs: 'media.upload' },
  { name: 'Pages', href: paths.admin.pages(), icon: 'pages', needs: 'posts.write' },
  { name: 'Tags', href: paths.admin.tags(), icon: 'tags', needs: 'posts.edit-any' },
  { name: 'Ad slots', href: paths.admin.slots(), icon: 'slots', needs: 'slots.edit' },
  { name: 'Users', href: paths.admin.people(), icon: 'people', needs: 'people.manage' },
  { name: 'Import', href: paths.admin.imports(), icon: 'import', needs: 'import.run' },
  { name: 'Settings', href: paths.admin.settings(), icon: 'settings', needs: 'settings.edit' },
  { name: 'System status', href: paths.admin.figures(), icon: 'figures', needs: 'settings.edit' },
];

/** What the sidebar shows to this person, in its order. The pages check again for themselves. */
export function sectionsFor(actor: Pick<Actor, 'role'>, { heldComments = 0 } = {}): Section[] {
  const waiting = heldComments > 0 ? countText(heldComments) : '';
  return sections
    .filter(({ needs }) => can(actor, needs))
    .map(({ name, href, icon }) => ({ name, href, icon, waiting: icon === 'comments' ? waiting : '' }));
}

/** The section that an address belongs to: the longest that it begins with. */
export function currentSection(sections: readonly Section[], pathname: string): Section | undefined {
  return sections
    .filter(({ href }) => pathname === href || (href !== paths.admin.start() && pathname.startsWith(`${href}/`)))
    .toSorted((a, b) => b.href.length - a.href.length)[0];
}
