import type { Repairs } from './repair';

/** What was repaired inside a file, in sentences. */
export function repairLines({ ampersands, cdataEnds, controlCharacters, attributes }: Repairs) {
  const repaired: [number, string][] = [
    [ampersands, 'raw & written as text'],
    [cdataEnds, ']]> inside a text kept as text'],
    [controlCharacters, 'control characters left out'],
    [attributes, 'quotes put around an attribute'],
  ];
  return repaired
    .filter(([count]) => count > 0)
    .map(([count, what]) => `The file is not well-formed and was repaired: ${count} × ${what}.`);
}
