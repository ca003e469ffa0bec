import { CssSyntaxError, parse, type AtRule, type ChildNode, type Declaration } from 'postcss';
import { MAX_OWN_CSS } from './looks-names';

/** Why a text cannot be the style sheet of the site, as a sentence; "" if it can. */
export function refusalOfCss(css: string): string {
  if (css.length > MAX_OWN_CSS) return 'Use at most 20,000 characters of CSS.';
  try {
    let refusal = '';
    const root = parse(css);
    const loose = root.nodes.find(({ type }) => type === 'decl');
    if (loose) return unreadable(loose.source?.start?.line);
    root.walk((node) => {
      refusal ||= refusalOfNode(node);
      return refusal ? false : undefined;
    });
    return refusal;
  } catch (error) {
    if (error instanceof CssSyntaxError) return unreadable(error.line);
    throw error;
  }
}

function refusalOfNode(node: ChildNode): string {
  const line = node.source?.start?.line ?? 1;
  if (node.type === 'atrule') return refusalOfAtRule(node, line);
  if (node.type === 'decl') return refusalOfDeclaration(node, line);
  return '';
}

function refusalOfAtRule({ name, params }: AtRule, line: number) {
  if (/^(?:import|charset|namespace)$/i.test(decoded(name)))
    return `Line ${line}: @import, @charset and @namespace are not allowed. Paste the rules themselves.`;
  return loadsElsewhere(params) ? elsewhere(line) : '';
}

function refusalOfDeclaration({ value }: Declaration, line: number) {
  return loadsElsewhere(value) ? elsewhere(line) : '';
}

function unreadable(line = 1) {
  return `This is not valid CSS: line ${line} cannot be read.`;
}

function elsewhere(line: number) {
  return `Line ${line}: a style sheet loads nothing from other sites. Upload the file, and use its address here, such as /uploads/….`;
}

/** Readers' browsers ask nobody else for what a style sheet needs. */
function loadsElsewhere(value: string) {
  const plain = decoded(value.replace(/\/\*.*?\*\//gs, ''));
  if (!/(?:url|src|image|image-set|cross-fade)\s*\(/i.test(plain)) return false;
  const named = [...plain.matchAll(/(?:url|src)\(\s*["']?([^"')]*)|["']([^"']*)["']/gi)];
  return named.map(([, address, quoted]) => (address ?? quoted ?? '').trim()).some(isElsewhere);
}

function isElsewhere(address: string) {
  if (/^data:(?:image|font)\//i.test(address)) return false;
  return /^[a-z][a-z0-9+.-]*:/i.test(address) || /^[\\/]{2}/.test(address.replace(/[\t\n\r]/g, ''));
}

/** Without the escapes of CSS, behind which a word could hide. */
function decoded(text: string) {
  return text.replace(/\\(?:([0-9a-f]{1,6})\s?|(.))/gis, (_, code: string | undefined, literal: string | undefined) =>
    code ? characterOf(Number.parseInt(code, 16)) : (literal ?? ''),
  );
}

function characterOf(code: number) {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
}
