import type { Translator } from '@/lib/i18n/translator';

type Service = { name: string; isOwn: boolean; getsAddresses: boolean };

/**
 * Says below a comment form to whom comments are sent before they are published; nothing if to nobody. What runs at an
 * address of the site's own is not named, and said once, with all that it receives.
 */
export function ServicesNote({ services, t }: { services: readonly Service[]; t: Translator }) {
  if (services.length === 0) return null;
  return <p className="field__hint">{sentencesFor(services, t).join(' ')}</p>;
}

function sentencesFor(services: readonly Service[], t: Translator) {
  const first =
    services.find(({ isOwn, getsAddresses }) => isOwn && getsAddresses) ?? services.find(({ isOwn }) => isOwn);
  const said = services.filter((service) => !service.isOwn || service === first);
  return said.map(({ name, isOwn, getsAddresses }) => {
    const values = { name: isOwn ? t('form.ownService') : name };
    return t(getsAddresses ? 'form.checkedAll' : 'form.checkedText', values);
  });
}
