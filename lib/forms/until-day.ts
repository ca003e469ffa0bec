import { z } from 'zod';

/** A UTC day to come, such as 2026-12-24; none: until lifted. */
export const untilDay = z
  .union([z.literal(''), z.iso.date('Enter the day as 2026-12-24, or leave it empty.')])
  .default('')
  .transform((day) => (day ? new Date(`${day}T00:00:00.000Z`) : null))
  .refine((until) => until === null || until.getTime() > Date.now(), 'Choose a day that is still to come.');
