import { inlineScript } from './inline-script';

/** Leads from an image of a gallery to the next and the previous one. Inlined as text: no outer references. */
export const gallerySteps = inlineScript(`(${String(stepThroughGalleries)})()`);

/** Pages without a gallery get nothing. */
export function withGallerySteps(html: string) {
  const end = html.lastIndexOf('</body>');
  if (end < 0 || !html.includes(' data-next-image="')) return html;
  return `${html.slice(0, end)}<script>${gallerySteps}</script>${html.slice(end)}`;
}

function stepThroughGalleries() {
  const { previousImage = '', nextImage = '' } =
    document.querySelector<HTMLElement>('[data-next-image]')?.dataset ?? {};
  if (!('popover' in HTMLElement.prototype)) return;
  const pictures = [...document.querySelectorAll<HTMLElement>('.zoom')];
  const besides = (picture: HTMLElement, by: number) => {
    const other = pictures[pictures.indexOf(picture) + by];
    return other?.parentElement === picture.parentElement ? other : undefined;
  };
  const step = (picture: HTMLElement, by: number) => {
    const next = besides(picture, by);
    if (!next) return;
    picture.hidePopover();
    // To which the focus returns when the image is closed.
    document.querySelector<HTMLElement>(`[popovertarget="${next.id}"]`)?.focus();
    next.showPopover();
    (next.querySelector<HTMLElement>(`[data-by="${by}"]`) ?? next.querySelector('button'))?.focus();
  };
  for (const picture of pictures) {
    for (const by of [-1, 1]) {
      if (!besides(picture, by)) continue;
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset['by'] = String(by);
      button.setAttribute('aria-label', by < 0 ? previousImage : nextImage);
      button.textContent = by < 0 ? '\u2039' : '\u203a';
      button.addEventListener('click', () => step(picture, by));
      picture.append(button);
    }
  }
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    const open = document.querySelector<HTMLElement>('.zoom:popover-open');
    if (!open) return;
    const isForward = (key === 'ArrowRight') === (getComputedStyle(open).direction === 'ltr');
    step(open, isForward ? 1 : -1);
  });
}
