import { translatorOf } from '@/lib/i18n/translator';
import type { SocialLink } from '@/lib/settings/identity';

type Props = { footerText: string; copyright: string; socialLinks: SocialLink[]; language: string };

/** The end of the footer: what the site says of itself, its accounts elsewhere and whose its content is. */
export function SiteColophon({ footerText, copyright, socialLinks, language }: Props) {
  const t = translatorOf(language);
  if (!footerText && !copyright && socialLinks.length === 0) return null;
  return (
    <div className="site-footer__colophon">
      {socialLinks.length > 0 && (
        <nav aria-label={t('layout.elsewhere')}>
          <ul className="site-footer__links">
            {socialLinks.map(({ name, url }) => (
              <li key={`${name} ${url}`}>
                <a href={url} rel="me">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {footerText && (
        <p className="site-footer__text" dir="auto">
          {footerText}
        </p>
      )}
      {copyright && <p dir="auto">{copyright}</p>}
    </div>
  );
}
