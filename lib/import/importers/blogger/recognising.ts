import type { FileHead } from '../../importer';

const ofBlogger =
  /schemas\.google\.com\/blogger\/|tag:blogger\.com,|<generator[^>]{0,200}>\s*Blogger\s*<|schemas\.google\.com\/g\/2005#kind/;
const settingsFile = /^\uFEFF?[^\n]{0,2000}\bblog_(?:name|description|locale)\b/;

/** Whether a file is a backup, a feed, or the settings (CSV) of a Takeout. */
export function isExport({ name, bytes }: FileHead) {
  const text = Buffer.from(bytes).toString('utf8').replaceAll('\0', '');
  return isSettings({ name, text }) || (/<feed[\s>]|<entry[\s>]/.test(text) && ofBlogger.test(text));
}

export function isSettings({ name, text }: { name: string; text: string }) {
  return /\.csv$/i.test(name) && settingsFile.test(text);
}
