/**
 * Whether an element shows something: text, a picture, a frame, a background of some size. Invisible pixels are nothing,
 * and so is a unit that its network says is unfilled. Inlined as text: no outer references.
 */
export function hasVisibleContent(root: Element): boolean {
  const unseen =
    'script,style,noscript,template,link,meta,title,[data-ad-status^="unfill"],[data-ad-status^="unfill"] *';
  const replaced = 'iframe,video,canvas,svg,object,embed,input,button,select';
  const shows = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    if (width * height <= 4 || element.matches(unseen) || element.checkVisibility?.() === false) return false;
    if (element.matches(replaced) || element.shadowRoot || element.localName.includes('-')) return true;
    if (element instanceof HTMLImageElement) return element.naturalWidth > 0;
    if (Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.nodeValue?.trim())) return true;
    const { backgroundImage, backgroundColor } = getComputedStyle(element);
    return element !== root && (backgroundImage !== 'none' || !/, 0\)$|transparent/.test(backgroundColor));
  };
  return [root, ...Array.from(root.querySelectorAll('*'))].some(shows);
}
