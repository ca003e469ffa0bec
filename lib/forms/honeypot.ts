import { z } from 'zod';

/** Rejects bots; the field comes back empty, so that the next attempt works. */
export const honeypotField = z
  .string()
  .max(
    0,
    'Something in your browser filled in a hidden field that is there to catch bots. It is empty again: please submit the form once more.',
  )
  .default('');
