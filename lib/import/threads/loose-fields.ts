/** Fields of a foreign record, of which nothing is certain. */
export class LooseFields {
  readonly #record: Record<string, unknown>;

  constructor(value: unknown) {
    this.#record = isRecord(value) ? value : {};
  }

  /** The first of these that has text or a number; "" if none has. */
  text(...names: readonly string[]): string {
    for (const name of names) {
      const value = this.#record[name];
      if (typeof value === 'string' && value !== '') return value;
      if (typeof value === 'number' || typeof value === 'bigint') return String(value);
    }
    return '';
  }

  number(name: string) {
    const number = Number(this.text(name) || 0);
    return Number.isFinite(number) ? number : 0;
  }

  isTrue(name: string) {
    const value = this.#record[name];
    return value === true || value === 1 || value === 'true';
  }

  /** Whether the field says so, not only by being absent. */
  isFalse(name: string) {
    const value = this.#record[name];
    return value === false || value === 0 || value === 'false';
  }

  below(name: string) {
    return new LooseFields(this.#record[name]);
  }

  list(name: string): unknown[] {
    const value = this.#record[name];
    return Array.isArray(value) ? value : [];
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
