import type { MenuItem, MenuLink } from '@/lib/menus/menu';

type Column = { heading: MenuLink | null; links: MenuLink[] };

/** The owner's menu in columns: one for each entry with others beneath it, and one for those in between. */
export function FooterColumns({ items }: { items: MenuItem[] }) {
  return columnsOf(items).map(({ heading, links }) => (
    <div key={(heading ?? links[0])?.id}>
      {heading && (
        <p className="site-footer__heading">
          <FooterLink link={heading} />
        </p>
      )}
      <ul>
        {links.map((link) => (
          <li key={link.id}>
            <FooterLink link={link} />
          </li>
        ))}
      </ul>
    </div>
  ));
}

export function FooterLink({ link: { label, href } }: { link: MenuLink }) {
  return (
    <a href={href}>
      <bdi>{label}</bdi>
    </a>
  );
}

function columnsOf(items: MenuItem[]) {
  const columns: Column[] = [];
  for (const { children, ...link } of items) {
    const last = columns.at(-1);
    if (children.length > 0) columns.push({ heading: link, links: children });
    else if (last && !last.heading) last.links.push(link);
    else columns.push({ heading: null, links: [link] });
  }
  return columns;
}
