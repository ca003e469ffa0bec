import { attributesOf, escapeValue, recognised, sizeOfTag, type Network } from './network';

const NAME = 'Revive Adserver';

/** Zones by its asynchronous tag or by its frame. */
export const revive: Network = {
  name: NAME,
  recognise({ tags, scripts, text }) {
    if (!/data-revive-|\/(?:asyncjs|asyncspc|afr|ajs|spcjs)\.php/.test(text)) return null;
    const frame = tags.find(({ name, attributes }) => name === 'iframe' && /\/afr\.php/.test(attributes.src ?? ''));
    if (frame) {
      return recognised({
        network: NAME,
        kind: 'frame',
        isolation: 'sandboxed',
        reason: 'It is a frame of the ad server already, and needs nothing of the page.',
        size: sizeOfTag(frame),
      });
    }
    const zones = tags.filter(({ attributes }) => attributes['data-revive-zoneid']);
    const [zone] = zones;
    const loader = scripts.find((src) => /\/asyncjs\.php/.test(src));
    return recognised({
      network: NAME,
      kind: zones.length > 0 ? 'asynchronous zone' : 'zone that writes itself into the page',
      isolation: zones.length > 0 ? 'isolated-origin' : 'sandboxed',
      reason:
        zones.length > 0
          ? 'It counts repeated views by a cookie of its server, which a frame without an origin does not send.'
          : 'It writes while it loads (document.write), which a document of its own allows.',
      canonical:
        zone && zones.length === 1 && loader
          ? `<ins${attributesOf(zone, ['data-revive-zoneid', 'data-revive-id'])}></ins>\n<script async src="${escapeValue(loader)}"></script>`
          : null,
      notes: zones.length > 0 && !loader ? ['The script that fills the zone (asyncjs.php) is missing.'] : [],
    });
  },
};
