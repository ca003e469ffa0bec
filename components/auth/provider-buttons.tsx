import { paths } from '@/lib/web/paths';

type Props = { providers: { id: string; name: string }[]; to: string };

/** Plain forms, so that signing in works without JavaScript; nothing if no provider is configured. */
export function ProviderButtons({ providers, to }: Props) {
  if (providers.length === 0) return null;
  return (
    <div className="providers">
      {providers.map(({ id, name }) => (
        <form key={id} method="post" action={paths.signInWith(id)}>
          <input type="hidden" name="to" value={to} />
          <button className="button">{`Continue with ${name}`}</button>
        </form>
      ))}
    </div>
  );
}
