import { escapeValue, recognised, type Network } from './network';

const NAME = 'Carbon';
const ID = '_carbonads_js';

/** A script whose own position is the place of the ad. */
export const carbon: Network = {
  name: NAME,
  recognise({ tags, text }) {
    if (!/carbonads|carbon\.js\?/.test(text)) return null;
    const scripts = tags.filter(
      ({ name, attributes }) => name === 'script' && /carbon(?:ads)?\.(?:com|js)/.test(attributes.src ?? ''),
    );
    const src = scripts[0]?.attributes.src;
    return recognised({
      network: NAME,
      kind: 'ad',
      isolation: 'in-page',
      reason: 'Carbon puts its ad where its script stands, and looks like the page around it.',
      canonical:
        src && scripts.length === 1
          ? `<script async type="text/javascript" src="${escapeValue(src)}" id="${ID}"></script>`
          : null,
      notes: scripts.some(({ attributes }) => attributes.id === ID)
        ? []
        : [`Its script needs id="${ID}" to find its place.`],
      refusals: scripts.length > 1 ? [{ sentence: 'Carbon allows one ad on a page; this code has several.' }] : [],
      keys: ['carbon'],
    });
  },
};
