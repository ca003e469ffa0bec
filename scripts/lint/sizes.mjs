/** In lines, blank ones and comments included. Functions without a name, which are mostly arguments, count for the one around them. */
export const limits = { medianFunction: 8, largestFunction: 80, medianFile: 60 };

/**
 * Functions that are larger than the limit, each with the size that it must not exceed. None is added.
 * @type {Record<string, number>}
 */
export const largerFunctions = {
  AccountPage: 114,
  BodyEditor: 126,
  CommentForm: 122,
  Sheet: 118,
  guardFrames: 106,
  useEditor: 135,
};

/** The sizes in a report of oxlint that was told to allow no line at all (sizes.json). */
export function readSizes({ diagnostics }) {
  const functions = [];
  const files = [];
  for (const { code = '', message, filename } of diagnostics) {
    const lines = Number(/\((\d+)\)/.exec(message)?.[1]);
    const name = /`([^`]+)`/.exec(message)?.[1];
    if (code.includes('(max-lines)')) files.push({ filename, lines });
    if (code.includes('(max-lines-per-function)') && name) functions.push({ filename, name, lines });
  }
  return { functions, files };
}

/** The figures, and what is wrong with them, each in a sentence. */
export function judgeSizes({ functions, files }, larger = largerFunctions) {
  const figures = {
    medianFunction: median(functions),
    largestFunction: Math.max(...functions.map(({ lines }) => lines)),
    medianFile: median(files),
  };
  const faults = functions.flatMap(({ filename, name, lines }) => {
    const limit = larger[name] ?? limits.largestFunction;
    return lines > limit ? `${filename}: "${name}" has ${lines} lines; at most ${limit}. Split it.` : [];
  });
  for (const name of Object.keys(larger)) {
    const isLarger = functions.some((one) => one.name === name && one.lines > limits.largestFunction);
    if (!isLarger) faults.push(`"${name}" is no longer too large: remove it from scripts/lint/sizes.mjs.`);
  }
  for (const [what, of] of [
    ['medianFunction', 'function'],
    ['medianFile', 'file'],
  ])
    if (figures[what] > limits[what])
      faults.push(`The median ${of} has ${figures[what]} lines; at most ${limits[what]}.`);
  return { figures, faults };
}

function median(sizes) {
  const sorted = sizes.map(({ lines }) => lines).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
