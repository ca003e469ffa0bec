import type { Size } from '@/lib/slots/placements';

/** Writes a size into the form: on mobile as well, if it fits there. */
export function writeSize(form: HTMLFormElement | null, size: Size) {
  write(form, 'width', size.width);
  write(form, 'height', size.height);
  if (size.width <= 336) writePhoneSize(form, size);
}

export function writePhoneSize(form: HTMLFormElement | null, { width, height }: Size) {
  write(form, 'mobileWidth', width);
  write(form, 'mobileHeight', height);
}

function write(form: HTMLFormElement | null, name: string, value: number) {
  const field = form?.elements.namedItem(name);
  if (!(field instanceof HTMLInputElement)) return;
  field.value = String(value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
