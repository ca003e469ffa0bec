/** Letters of other scripts, and digits, that look like the Latin one before them (after Unicode's UTS 39). */
const looksLike = `
a аαɑᴀꭺᎪꓮ4@ b вьβвʙᏴꓐ c сϲᴄᏟꓚ d ԁᴅᎠꓓđð e еєεᴇᎬꓰ3 f ꜰꓝƒ g ɡɢցᏀꓖ h һнհʜᎻꓧħ i іιıɪᎥꓲ j јϳᴊᎫꓙ k кκᴋᏦꓗ l ӏʟᏞꓡł1|ǀ
m мᴍᎷꓟ n пηոɴꓠ o оοσօᴏꓳø0 p рρᴘᏢꓑ q ԛզ r гʀᎡꓣ s ѕꜱᏚꓢ5$ t тτᴛᎢꓔ7 u υսᴜꓴ v νѵᴠᏙꓦ w ԝωᴡᎳꓪш x хχꓫ y уүγʏꓬ z ᴢᏃꓜ
`;
const capitals = `a ΑАᎪ b ΒВ e ΕЕ h ΗН i ΙІ k ΚК m ΜМ n Ν o ΟО p ΡР t ΤТ x ΧХ y ΥУ z Ζ c СϹ s Ѕ j Ј`;

const small = readTable(looksLike);
const large = readTable(capitals);

const offices = new Set(
  words(
    `admin admins administrator administration moderator moderators moderation mod mods owner editor editors editorial
     staff team support official webmaster postmaster root system sysadmin help helpdesk security`,
  ),
);
const fillers = new Set(words('the of and a site blog our your account'));

/** The skeleton of a name (UTS 39): names with equal skeletons are confusable. */
export function skeletonOf(name: string): string {
  return joinStrokes(letters(name).join(''));
}

/** Whether a name poses as the site or one of its roles. */
export function speaksForSite(name: string, siteName: string): boolean {
  const [typed, site] = [words(name), words(siteName)];
  if (site.length > 0 && skeletonOf(name) === skeletonOf(siteName)) return true;
  const rest = withoutRun(typed, site);
  const left = rest.filter((word) => !offices.has(word) && !fillers.has(word));
  return left.length === 0 && (rest.length < typed.length || rest.some((word) => offices.has(word)));
}

/** The skeleton without a claimed role ("Nora (editor)"), or null. */
export function skeletonWithoutOffice(name: string): string | null {
  const typed = words(name);
  if (!typed.some((word) => offices.has(word))) return null;
  return joinStrokes(typed.filter((word) => !offices.has(word) && !fillers.has(word)).join(''));
}

function words(text: string): string[] {
  return letters(text).map(joinStrokes);
}

function letters(text: string): string[] {
  return Array.from(text.normalize('NFKD'), readLetter)
    .join('')
    .replace(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase()
    .replaceAll('i', 'l')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function joinStrokes(word: string) {
  return word.replaceAll('rn', 'm').replaceAll('vv', 'w');
}

function readLetter(template: string) {
  const point = template.codePointAt(0) ?? 0;
  for (const first of [0x1f150, 0x1f170, 0x1f1e6]) {
    if (point >= first && point < first + 26) return String.fromCodePoint(97 + point - first);
  }
  return large.get(template) ?? small.get(template) ?? small.get(template.toLowerCase()) ?? template;
}

function withoutRun(typed: string[], run: string[]) {
  if (run.length === 0) return typed;
  const at = typed.findIndex((_, index) => run.every((word, offset) => typed[index + offset] === word));
  return at < 0 ? typed : typed.toSpliced(at, run.length);
}

function readTable(table: string) {
  const parts = table.trim().split(/\s+/);
  const pairs = parts.flatMap((part, at) =>
    at % 2 === 1 ? Array.from(part, (one) => [one, parts[at - 1]!] as const) : [],
  );
  return new Map(pairs);
}
