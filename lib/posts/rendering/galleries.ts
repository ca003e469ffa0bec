import { element, elementsIn, text, textOf, type HtmlElement, type HtmlNode } from '@/lib/html/tree';

/**
 * Makes every image of the galleries a button that shows it over the page, in a popover, without a script. Images
 * that are links stay links.
 */
export function decorateGalleries(nodes: readonly HtmlNode[]) {
  let number = 0;
  for (const gallery of elementsIn(nodes)) {
    if (!('data-gallery' in gallery.attributes)) continue;
    const figures = gallery.children.filter((child) => child.type === 'element');
    const shown = figures.flatMap((figure, at) => {
      const [image, caption] = figure.children;
      if (image?.type !== 'element' || image.name !== 'img') return [];
      number += 1;
      const id = `zoom-${number}`;
      // A picture without a description is known by its place.
      const name = image.attributes.alt ? {} : { 'aria-label': `${at + 1} / ${figures.length}` };
      figure.children[0] = opener({ popovertarget: id, class: 'zoom-in', ...name }, image);
      return [popover(id, name, image, caption)];
    });
    gallery.children.push(...shown);
  }
}

function popover(id: string, name: Record<string, string>, image: HtmlElement, caption: HtmlNode | undefined) {
  const words = caption ? textOf([caption]).trim() : '';
  const closing = { popovertarget: id, popovertargetaction: 'hide', class: 'zoom-out', ...name };
  const picture = element('img', { ...image.attributes }, []);
  return element('div', { popover: '', id, class: 'zoom' }, [
    opener(closing, picture),
    ...(words ? [element('p', {}, [text(words)])] : []),
  ]);
}

function opener(attributes: Record<string, string>, image: HtmlElement) {
  return element('button', { type: 'button', ...attributes }, [image]);
}
