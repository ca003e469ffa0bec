import 'server-only';
import { readDb } from '@/lib/database/db';
import { isReferrer, OTHER_HOSTS } from './referrer-hosts';
import type { Tally } from './tally';

/** Referring hosts stored by name per day; further ones are counted as “other”. */
const MAX_HOSTS = 200;

/** Bounds the number of hosts by day. Each machine may add hosts that the other does not know of yet. */
export class ReferrerBound {
  #day = '';
  #hosts = new Set<string>();

  async bound(tally: Tally): Promise<Tally> {
    for (const [key, row] of tally.readers) {
      if (!isReferrer(row.dimension) || (await this.#admits(row.bucket, row.value))) continue;
      tally.readers.delete(key);
      const other = `day ${row.dimension} ${row.bucket} ${OTHER_HOSTS}`;
      const sum = tally.readers.get(other);
      if (sum) sum.count += row.count;
      else tally.readers.set(other, { ...row, value: OTHER_HOSTS });
    }
    return tally;
  }

  async #admits(day: string, host: string) {
    if (host === OTHER_HOSTS) return true;
    if (this.#day !== day) await this.#load(day);
    if (this.#hosts.has(host)) return true;
    if (this.#hosts.size >= MAX_HOSTS) return false;
    this.#hosts.add(host);
    return true;
  }

  async #load(day: string) {
    const rows = await readDb.readerStatistic.findMany({
      where: { period: 'day', dimension: 'referrer', bucket: day },
      select: { value: true },
      take: MAX_HOSTS,
    });
    this.#day = day;
    this.#hosts = new Set(rows.map(({ value }) => value));
  }
}
