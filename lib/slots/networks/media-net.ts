import { isSize, recognised, type Network } from './network';

const NAME = 'Media.net';

/** Contextual units. */
export const mediaNet: Network = {
  name: NAME,
  recognise({ tags, scripts, text }) {
    if (!/contextual\.media\.net|_mNHandle|medianet_width/.test(text)) return null;
    const size = {
      width: Number(/medianet_width\s{0,9}=\s{0,9}["']?(\d{2,4})/.exec(text)?.[1] ?? 0),
      height: Number(/medianet_height\s{0,9}=\s{0,9}["']?(\d{2,4})/.exec(text)?.[1] ?? 0),
    };
    const [, width, height] = /loadTag\s{0,9}\([^)]{0,200}["'](\d{2,4})x(\d{2,4})["']/.exec(text) ?? [];
    const ofTag = { width: Number(width ?? 0), height: Number(height ?? 0) };
    return recognised({
      network: NAME,
      kind: 'contextual unit',
      isolation: 'in-page',
      reason: 'Media.net chooses ads by the text of the page that it stands on.',
      size: [ofTag, size].find(isSize) ?? null,
      keys: tags
        .filter(({ name }) => name === 'div')
        .flatMap(({ attributes }) => (attributes.id ? [`id:${attributes.id}`] : [])),
      once: scripts.filter((src) => /dmedianet\.js/.test(src)),
    });
  },
};
