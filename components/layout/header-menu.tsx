import { translatorOf } from '@/lib/i18n/translator';
import type { MenuItem } from '@/lib/menus/menu';

type Props = { items: MenuItem[]; language: string };

/** Of what a phone opens with the button of the header. */
export const MENU_ID = 'site-menu';

/**
 * The owner's menu. Phones show it with the rest of the navigation, and with it what is nested; wider screens show each
 * list beneath an entry in a popover. The browser opens both, without a script.
 */
export function HeaderMenu({ items, language }: Props) {
  const t = translatorOf(language);
  return (
    <ul className="menu">
      {items.map((item) => (
        <MenuEntry key={item.id} item={item} more={t('layout.moreBeneath', { label: item.label })} />
      ))}
    </ul>
  );
}

function MenuEntry({ item: { id, label, href, children }, more }: { item: MenuItem; more: string }) {
  const nested = `${MENU_ID}-${id}`;
  return (
    <li className="menu__entry">
      <a href={href}>
        <bdi>{label}</bdi>
      </a>
      {children.length > 0 && (
        <>
          <button type="button" className="menu__more" popoverTarget={nested} aria-label={more} />
          <ul className="menu__nested" id={nested} popover="auto">
            {children.map((child) => (
              <li key={child.id}>
                <a href={child.href}>
                  <bdi>{child.label}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </li>
  );
}
