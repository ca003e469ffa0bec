import { recognised, sizeOfTag, type Network, type PastedCode } from './network';

const NAME = 'Amazon';
const hosts = /amazon-adsystem\.com|assoc-amazon\.|amzn_assoc_|\bamzn\.to\//;

/** Associates’ native widgets, linked images and frames. */
export const amazon: Network = {
  name: NAME,
  recognise(code) {
    if (!hosts.test(code.text)) return null;
    const frame = code.tags.find(({ name, attributes }) => name === 'iframe' && hosts.test(attributes.src ?? ''));
    const shared = { network: NAME, isolation: 'sandboxed' as const };
    if (/amzn_assoc_/.test(code.text)) {
      return recognised({
        ...shared,
        kind: 'native widget',
        reason: 'It keeps its settings in names that all such widgets share, so each needs a document of its own.',
        notes: ['Amazon has retired these widgets: it may stay empty.'],
      });
    }
    if (frame) {
      return recognised({
        ...shared,
        kind: 'frame',
        reason: 'It is a frame of Amazon’s already, and needs nothing of the page.',
        size: sizeOfTag(frame),
      });
    }
    return ofLinkedImage(code);
  },
};

function ofLinkedImage({ tags }: PastedCode) {
  const isOld = tags.some(({ name, attributes }) => name === 'img' && /\/widgets\/q\?/.test(attributes.src ?? ''));
  return recognised({
    network: NAME,
    kind: 'link with an image',
    isolation: 'sandboxed',
    reason: 'It has no script, and its image and pixel work in a frame.',
    notes: isOld ? ['Amazon’s image links (SiteStripe) have shown no image since the end of 2023.'] : [],
  });
}
