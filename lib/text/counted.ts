/** "1 click", "2,345 clicks". */
export function counted(count: number, noun: string, nouns = `${noun}s`) {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : nouns}`;
}
