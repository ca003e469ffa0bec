import type { EntryLocation, FileHead } from '../../importer';

const textFile = /\.(?:md|markdown|mdown|mkdn?|mdx|html?)$/i;
const settingsFile =
  /(?:^|\/)(?:_config\.ya?ml|hugo\.(?:toml|ya?ml|json)|config\.(?:toml|ya?ml)|config\/_default\/(?:hugo|config|permalinks)\.(?:toml|ya?ml|json)|_data\/authors\.ya?ml)$/i;
/** What a program makes or brings itself. */
const notOfTheSite =
  /(?:^|\/)(?:node_modules|themes|layouts|archetypes|exampleSite|resources\/_gen|_layouts|_includes|_sass|_site|dist)\//;
const built = /(?:^|\/)(?:public|docs|out)\/.*\.html?$/i;
const plainName = /(?:^|\/)config\.[a-z]+$/i;
const ofASite = /^\s*["']?(?:baseurl|title|theme|permalinks|languagecode)["']?\s*[:=]/im;

/** Whether a file is a text with fields before it, or the settings of a site made of such. */
export function isExport({ name, bytes }: FileHead) {
  if (isSettings(name)) return !plainName.test(name) || ofASite.test(headText(bytes));
  return textFile.test(name) && !bytes.includes(0) && hasFields(headText(bytes), /\.html?$/i.test(name));
}

export function isSettings(name: string) {
  return settingsFile.test(name) && !notOfTheSite.test(name);
}

/** Whether an entry is a text or the settings; all else is a file of the site. */
export function placeOf(name: string): EntryLocation {
  const isText = textFile.test(name) && !notOfTheSite.test(name) && !built.test(name);
  return isText || isSettings(name) ? { as: 'export' } : { as: 'file', name: storedName(name) };
}

const siteFolders = 'content|static|public|source|src|assets|_posts|_drafts';
const aroundSite = new RegExp(`^(?!(?:${siteFolders}|posts|blog)/)[^/]+/(?=(?:${siteFolders})/)`);

/** The name of a file below the folder of the site: archives have it inside another, or not. */
export function storedName(name: string) {
  return name.replace(aroundSite, '');
}

function headText(bytes: Uint8Array) {
  return Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF?\s*/, '');
}

function hasFields(text: string, isHtml: boolean) {
  if (/^---[ \t]*\r?\n/.test(text))
    return (
      /^---[ \t]*\r?\n(?:---|(?:#[^\n]*\n|\s*\n)*["']?[\w-]+["']?[ \t]*:)/.test(text) &&
      /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.test(text)
    );
  if (/^\+\+\+[ \t]*\r?\n/.test(text)) return /\n\+\+\+[ \t]*(?:\r?\n|$)/.test(text);
  if (isHtml) return false;
  return (
    /^\{\s*"(?:title|date|draft|slug|tags|layout|author|description|categories)"\s*:/.test(text) ||
    /^(?:title|date):[^\n]+\n(?:[\w-]+:[^\n]*\n)*\s*(?:\n|$)/i.test(text)
  );
}
