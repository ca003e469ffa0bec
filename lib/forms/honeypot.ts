import { z } from 'zod';

/** A hidden field that no autofill program knows. */
export const HONEYPOT_FIELD = 'stays-empty';

/** Rejects bots; the field comes back empty, so that the next attempt works. */
export const honeypotField = z
  .string()
  .max(
    0,
    'Something in your browser filled in a hidden field that is there to catch bots. It is empty again: please submit the form once more.',
  )
  .default('');
