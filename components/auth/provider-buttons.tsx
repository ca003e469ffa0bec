import type { Translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/web/reader-paths';

type Props = { providers: { id: string; name: string }[]; to: string; t: Translator };

/** Plain forms, so that signing in works without JavaScript; nothing if no provider is configured. */
export function ProviderButtons({ providers, to, t }: Props) {
  if (providers.length === 0) return null;
  return (
    <div className="providers">
      {providers.map(({ id, name }) => (
        <form key={id} method="post" action={paths.signInWith(id)}>
          <input type="hidden" name="to" value={to} />
          <button className="button">{t('auth.continueWith', { name })}</button>
        </form>
      ))}
    </div>
  );
}
