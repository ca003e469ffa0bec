import type { Translator } from '@/lib/i18n/translator';

type Service = { name: string; getsAddresses: boolean };

/** Says below a comment form to whom comments are sent before they are published; nothing if to nobody. */
export function ServicesNote({ services, t }: { services: readonly Service[]; t: Translator }) {
  if (services.length === 0) return null;
  return (
    <p className="field__hint">
      {services
        .map(({ name, getsAddresses }) => t(getsAddresses ? 'form.checkedAll' : 'form.checkedText', { name }))
        .join(' ')}
    </p>
  );
}
