import { Presets, SingleBar } from 'cli-progress';

/** `total` may become known later. */
export type Progress = (done: number, total: number) => void;

export function print(...lines: string[]) {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

export function printJson(value: unknown) {
  print(JSON.stringify(value));
}

/** Shows a progress bar on a terminal only. */
export async function withProgress<T>(title: string, work: (progress: Progress) => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return work(() => {});
  const bar = new SingleBar(
    { format: `${title} {bar} {percentage} % · {value} of {total}`, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  bar.start(1, 0);
  try {
    return await work((done, total) => {
      bar.setTotal(Math.max(total, 1));
      bar.update(done);
    });
  } finally {
    bar.stop();
  }
}

/** "1 post", "2 posts". */
export function counted(count: number, one: string, many = `${one}s`) {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** Aligns cells in columns. */
export function table(rows: string[][]) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
