/** The texts of a form, to be given back; no passwords, and nothing of Next's own. */
export function textsOf(fields: Record<string, unknown>): Record<string, string> {
  const texts = Object.entries(fields).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value.findLast((one) => typeof one === 'string') : value;
    return typeof text === 'string' && !/password/i.test(name) ? [[name, text] as const] : [];
  });
  return Object.fromEntries(texts);
}
