import 'server-only';
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { AppError } from '@/lib/platform/errors';

type Values = Record<string, unknown>;

export const changedSince =
  'Another person changed this after you opened the page. Reload the page to see it, or save again to replace it.';

/** The same of an image: a browser forgets the file that was chosen. */
export const imageChangedSince =
  'Another person changed this image after you opened the page. Reload the page to see it, or choose yours again and save to replace it.';

/** What a form sends along: the values that it showed, by their fingerprints. */
export const shownForm = z.object({ shown: z.string().max(5_000).default('') });

/** The fingerprints of values that a form shows, to be sent along with what is typed. */
export function shownValues(values: Values): string {
  return JSON.stringify(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fingerprint(value)])));
}

/**
 * What a form changes: fields that are as they were shown stay as they are by now. Throws a conflict with the sentence
 * at each field that it would change although another person has, and with what is there by now, so that the form can be
 * sent again. `shown` of no form takes all that is wanted.
 */
export function changedByForm<Wanted extends Values>(
  wanted: Wanted,
  { shown, present, sentence = changedSince }: { shown: string; present: Wanted; sentence?: string },
): Wanted {
  const before = readShown(shown);
  const merged: Values = { ...wanted };
  const conflicts: string[] = [];
  for (const [name, value] of Object.entries(wanted)) {
    const isShownStill = before[name] === fingerprint(present[name]);
    if (before[name] === fingerprint(value)) merged[name] = present[name];
    else if (name in before && !isShownStill && !isDeepStrictEqual(value, present[name])) conflicts.push(name);
  }
  if (conflicts.length === 0) return merged as Wanted;
  throw new AppError('conflict', sentence, {
    fields: Object.fromEntries(conflicts.map((name) => [name, sentence])),
    values: { shown: shownValues(Object.fromEntries(Object.keys(wanted).map((name) => [name, present[name]]))) },
  });
}

function readShown(shown: string): Values {
  try {
    const value: unknown = JSON.parse(shown);
    return value !== null && typeof value === 'object' ? (value as Values) : {};
  } catch {
    return {};
  }
}

function fingerprint(value: unknown) {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);
}
