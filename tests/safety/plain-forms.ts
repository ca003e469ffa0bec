import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Visit = { address: string; cookie: string };

/**
 * Opens a page and sends the form on it that a browser without JavaScript would: whatever fields it was given, what is
 * filled in (null: nothing, as of a box without a tick), and the button that is pressed. A form is known by its id or by the name of a button, choice or text of it.
 */
export async function sendForm({ address, cookie }: Visit, which: string, fill: Record<string, string | null>) {
  const html = await (await fetch(address, { headers: { cookie } })).text();
  const form = elementsOf(parse(html)).find(
    (element) =>
      element.tagName === 'form' &&
      (attribute(element, 'id') === which ||
        elementsOf(element).some(
          (part) => ['button', 'select', 'textarea'].includes(part.tagName) && attribute(part, 'name') === which,
        )),
  );
  if (!form) throw new Error(`There is no form "${which}" at ${address}`);
  const fields = new FormData();
  for (const part of elementsOf(form).filter(({ tagName }) => tagName === 'input')) {
    const name = attribute(part, 'name');
    const isLeftOut = attribute(part, 'type') === 'checkbox' && attribute(part, 'checked') === undefined;
    if (name && !isLeftOut)
      fields.append(name, attribute(part, 'value') ?? (attribute(part, 'type') === 'checkbox' ? 'on' : ''));
  }
  for (const [name, value] of Object.entries(fill)) {
    fields.delete(name);
    if (value !== null) fields.set(name, value);
  }
  const headers = { cookie, origin: new URL(address).origin, 'sec-fetch-site': 'same-origin' };
  const answer = await fetch(address, { method: 'POST', body: fields, headers, redirect: 'manual' });
  const [location = '', retryAfter = ''] = ['location', 'retry-after'].map((name) => answer.headers.get(name) ?? '');
  return { status: answer.status, location, retryAfter, text: await answer.text() };
}

function elementsOf(node: DefaultTreeAdapterTypes.ParentNode): Element[] {
  return node.childNodes.filter(tree.isElementNode).flatMap((child) => [child, ...elementsOf(child)]);
}

function attribute(element: Element, name: string) {
  return element.attrs.find((each) => each.name === name)?.value;
}
