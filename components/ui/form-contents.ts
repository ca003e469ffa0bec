export type Moment = 'now' | 'at first';

/** The current or initial values of a form as one text. */
export function contentsOf(form: HTMLFormElement, moment: Moment) {
  return JSON.stringify(Array.from(form.elements, (field) => contentOf(field, moment)).filter(Boolean));
}

const notTyped = ['hidden', 'submit', 'button', 'reset', 'image'];

function contentOf(field: Element, moment: Moment) {
  const isNow = moment === 'now';
  if (field instanceof HTMLSelectElement) return [field.name, ...chosenIn(field, isNow)];
  if (field instanceof HTMLTextAreaElement) return [field.name, isNow ? field.value : field.defaultValue];
  if (!(field instanceof HTMLInputElement) || notTyped.includes(field.type)) return null;
  // Filled in by browsers, and never lost.
  if (field.autocomplete === 'current-password') return null;
  if (field.type === 'checkbox' || field.type === 'radio') {
    return [field.name, field.value, isNow ? field.checked : field.defaultChecked];
  }
  return [field.name, isNow ? field.value : field.defaultValue];
}

function chosenIn({ options, multiple }: HTMLSelectElement, isNow: boolean) {
  const all = [...options];
  const chosen = all.filter((option) => (isNow ? option.selected : option.defaultSelected));
  const [first] = all;
  return (chosen.length > 0 || multiple || !first ? chosen : [first]).map(({ value }) => value);
}
