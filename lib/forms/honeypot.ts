import { z } from 'zod';

/** The field that people do not see. No program that fills in forms for people knows a field of this name. */
export const HONEYPOT_FIELD = 'stays-empty';

/** Rejects what a bot filled in; the form comes back with the field emptied, so that the next attempt works. */
export const honeypotField = z
  .string()
  .max(
    0,
    'Something in your browser filled in a hidden field that is there to catch bots. It is empty again: please submit the form once more.',
  )
  .default('');
