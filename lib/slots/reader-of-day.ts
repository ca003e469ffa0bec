import 'server-only';
import { createHmac } from 'node:crypto';
import { countedAs } from '@/lib/platform/ip-addresses';
import { secrets } from '@/lib/secrets/secrets';

/** A reader who reports something, by a key of the day: nobody can be followed from one day to the next. */
export function readerOfDay(client: string, day: string) {
  return createHmac('sha256', secrets().signing)
    .update(`slot-report:${day}:${countedAs(client)}`)
    .digest('hex')
    .slice(0, 32);
}
