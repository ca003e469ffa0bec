import type { SiteCode } from '@/lib/settings/site-code';
import type { ConsentAsker } from '@/lib/slots/consent';

type Props = { codes: readonly SiteCode[]; consent: ConsentAsker };

/** Where code of the whole site runs (server/rendering/slot-runtime.ts); React leaves what is in it alone. */
export function SiteCodeHosts({ codes, consent }: Props) {
  return codes.map(({ id, hash, need }) => (
    <div
      key={id}
      className="site-code"
      hidden
      data-code={`${id}-${hash}`}
      {...(consent === 'off' || need === 'none' ? {} : { 'data-consent': need, 'data-consent-by': consent })}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: '' }}
    />
  ));
}
