/** The statements of a script, without comments and final semicolons. */
export function statementsOf(script: string) {
  return splitAt(';', script);
}

/** The parts of a statement between its outer commas: columns, constraints, changes. */
export function clausesOf(list: string) {
  return splitAt(',', list);
}

/** The column that a clause adds, or whose foreign key it is. */
export function columnOf(clause: string) {
  return /^ADD COLUMN\s+"([^"]+)"|FOREIGN KEY \("([^"]+)"\)/.exec(clause)?.slice(1).find(Boolean) ?? '';
}

// Texts, names and comments may hold any sign.
const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|[\s\S]/g;

function splitAt(separator: ';' | ',', text: string) {
  const parts = [''];
  let depth = 0;
  for (const [part] of text.matchAll(token)) {
    if (part.startsWith('--')) continue;
    if (part === '(') depth += 1;
    if (part === ')') depth -= 1;
    if (part === separator && depth === 0) parts.push('');
    else parts[parts.length - 1] += part;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}
