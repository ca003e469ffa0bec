/** In lines, with blanks and comments. Anonymous functions count for the one around them. */
export const limits = { medianFunction: 8, largestFunction: 80, medianFile: 60 };

/** Reads the sizes from oxlint's report with a limit of zero lines (sizes.json). */
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

/** The figures, and violations as sentences. */
export function judgeSizes({ functions, files }) {
  const figures = {
    medianFunction: median(functions),
    largestFunction: Math.max(...functions.map(({ lines }) => lines)),
    medianFile: median(files),
  };
  const faults = functions.flatMap(({ filename, name, lines }) => {
    return lines > limits.largestFunction
      ? `${filename}: "${name}" has ${lines} lines; at most ${limits.largestFunction}. Split it.`
      : [];
  });
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
