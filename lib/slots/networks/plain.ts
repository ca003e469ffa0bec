import { recognised, sizeOfTag, type Network } from './network';

/** What belongs to no network that is known: images, frames and scripts. */
export const plain: Network = {
  name: '',
  recognise({ tags }) {
    const has = (...names: string[]) => tags.find(({ name }) => names.includes(name));
    const [script, frame, image] = [has('script'), has('iframe', 'embed', 'object'), has('img')];
    const shared = { network: '', isolation: 'sandboxed' as const };
    if (script) {
      const reason = 'Code of an unknown source belongs in a frame that reaches neither the page nor its readers.';
      return recognised({ ...shared, kind: 'script', reason, size: frame ? sizeOfTag(frame) : null });
    }
    if (frame) {
      return recognised({
        ...shared,
        kind: 'frame',
        reason: 'A frame needs nothing of the page.',
        size: sizeOfTag(frame),
      });
    }
    if (!image) return null;
    return recognised({
      ...shared,
      kind: 'image',
      reason: 'It has no script, so a frame changes nothing for it.',
      size: sizeOfTag(image),
      notes: image.attributes.alt
        ? []
        : ['The image has no alt text. As an “Image” here it would have one, and load from this site.'],
    });
  },
};
