import {
  defaultTreeAdapter as tree,
  parse,
  parseFragment,
  serialize,
  type DefaultTreeAdapterTypes as Tree,
} from 'parse5';
import { fileOf, relativeTo, targetOf, type Target } from './addresses';

export type PageContext = {
  siteUrl: string;
  /** The address of the page. */
  page: string;
  /** Whether an address is the same for everybody, and so in the copy. */
  isPublic: (pathname: string) => boolean;
  /** What stands instead of the form for comments, and the heading without its invitation. */
  closed: { sentence: string; heading: (count: string) => string };
};

/** `found`: addresses of the site that the page leads to or shows. */
export type CopiedPage = { html: string; found: string[] };

const addresses = ['href', 'src', 'poster', 'action'];
const invitations = [
  'comment__actions',
  'comments__follow',
  'comments__age',
  'thread-orders',
  'post-reactions',
  'theme-switch',
  'slot',
  'slot-sticky',
];
const SEARCH = '/search';

/** A page as it is in the copy: without scripts and what needs a server, and with addresses that lead to other files. */
export function copyPage(html: string, context: PageContext): CopiedPage {
  // What stands there for browsers without scripts is what the copy shows.
  const document = parse(html, { scriptingEnabled: false });
  const work = new Copying(context);
  work.clean(document);
  return { html: serialize(document), found: [...work.found].sort() };
}

/** A style sheet whose addresses lead to other files of the copy. */
export function copyStyles(css: string, { siteUrl, page }: Pick<PageContext, 'siteUrl' | 'page'>) {
  const found = new Set<string>();
  const text = css.replace(/url\(\s*(["']?)([^"')]+)\1\s*\)/g, (whole, _quote: string, address: string) => {
    const target = targetOf(address, { siteUrl, page });
    if (!target) return whole;
    found.add(target.pathname);
    return `url("${relativeTo(fileOf(page), fileOf(target.pathname))}")`;
  });
  return { text, found: [...found].sort() };
}

class Copying {
  readonly #context: PageContext;
  readonly #file: string;
  readonly found = new Set<string>();

  constructor(context: PageContext) {
    this.#context = context;
    this.#file = fileOf(context.page);
  }

  /** Goes through a node's children; what is put in the place of one is gone through too. */
  clean(parent: Tree.ParentNode) {
    for (let at = 0; at < parent.childNodes.length;) {
      const node = parent.childNodes[at]!;
      const instead = tree.isElementNode(node) ? this.#insteadOf(node) : [node];
      if (instead.length === 1 && instead[0] === node) {
        if (tree.isElementNode(node)) this.#keep(node);
        // Its one link led to a form.
        if (tree.isElementNode(node) && node.tagName === 'footer' && !textOf(node).trim()) tree.detachNode(node);
        else at += 1;
      } else {
        for (const each of instead) tree.insertBefore(parent, each, node);
        tree.detachNode(node);
      }
    }
  }

  #keep(node: Tree.Element) {
    this.#rewrite(node);
    this.clean(node);
    if (node.tagName === 'template') this.clean(tree.getTemplateContent(node as Tree.Template));
  }

  #insteadOf(node: Tree.Element): Tree.ChildNode[] {
    const { tagName, childNodes } = node;
    const classes = (valueOf(node, 'class') ?? '').split(/\s+/);
    if (tagName === 'noscript') return [...childNodes];
    if (tagName === 'script' || isForScripts(node)) return [];
    if (classes.some((name) => invitations.includes(name))) return [];
    if (tagName === 'form') return this.#insteadOfForm(node, classes);
    if (tagName === 'button' && (has(node, 'form') || has(node, 'formaction'))) return [];
    if (tagName === 'iframe' && this.#targetOf(valueOf(node, 'src') ?? '')) return [];
    if (tagName === 'a') return this.#insteadOfLink(node);
    if (valueOf(node, 'id') === 'comments-heading') return this.#withoutInvitation(node);
    return [node];
  }

  #insteadOfForm(node: Tree.Element, classes: readonly string[]): Tree.ChildNode[] {
    if (classes.includes('search-form')) return [node];
    return valueOf(node, 'id') === 'post-comment' ? sentence(this.#context.closed.sentence) : [];
  }

  #insteadOfLink(node: Tree.Element): Tree.ChildNode[] {
    const target = this.#targetOf(valueOf(node, 'href') ?? '');
    if (!target || target.pathname === SEARCH || this.#context.isPublic(target.pathname)) return [node];
    if (commentIn(target)) return [node];
    return target.pathname.startsWith('/comments/by/') ? [...node.childNodes] : [];
  }

  #withoutInvitation(node: Tree.Element): Tree.ChildNode[] {
    const count = /\(([^()]+)\)\s*$/.exec(textOf(node))?.[1];
    const heading = count && this.#context.closed.heading(count);
    if (heading && textOf(node) !== heading) {
      node.childNodes = [];
      tree.insertText(node, heading);
    }
    return [node];
  }

  #targetOf(address: string) {
    return targetOf(address, this.#context);
  }

  #rewrite(node: Tree.Element) {
    const isAbout = node.tagName === 'link' && /^(?:canonical|alternate|author)$/.test(valueOf(node, 'rel') ?? '');
    for (const attribute of node.attrs) {
      const { name, value } = attribute;
      if (isAbout) continue;
      if (addresses.includes(name)) attribute.value = this.#addressHere(value, node.tagName === 'a');
      if (name === 'srcset' || name === 'imagesrcset') attribute.value = this.#setHere(value);
      if (name === 'style') attribute.value = this.#stylesHere(value);
    }
  }

  #addressHere(address: string, isLink: boolean) {
    const target = this.#targetOf(address);
    if (!target) return address;
    const comment = isLink ? commentIn(target) : null;
    if (comment) return this.#placeOf(comment);
    if (target.pathname !== SEARCH) this.found.add(target.pathname);
    const query = target.pathname === SEARCH ? target.search : '';
    const file = fileOf(target.pathname);
    if (isLink && file === this.#file && target.hash && !query) return target.hash;
    return relativeTo(this.#file, file) + query + target.hash;
  }

  /** A comment by itself is a place in its thread, on this page if the thread stands here. */
  #placeOf({ post, id }: { post: string; id: string }) {
    const { page } = this.#context;
    const isHere = page === post || page.startsWith(`${post}/comments/page/`);
    if (!isHere) this.found.add(post);
    return `${isHere ? '' : relativeTo(this.#file, fileOf(post))}#comment-${id}`;
  }

  #setHere(value: string) {
    const parts = value.split(/,\s+/).map((part) => part.trim());
    return parts.map((part) => part.replace(/^\S+/, (address) => this.#addressHere(address, false))).join(', ');
  }

  #stylesHere(value: string) {
    const { text, found } = copyStyles(value, this.#context);
    for (const address of found) this.found.add(address);
    return text;
  }
}

function commentIn({ pathname }: Target) {
  const [, post = '', id = ''] = /^(\/.+)\/comments\/([0-9a-f]{8}-[0-9a-f-]{27})(?:\/history)?$/.exec(pathname) ?? [];
  return id ? { post, id } : null;
}

// Files may not be asked for from pages in a folder.
function isForScripts(node: Tree.Element) {
  return node.tagName === 'link' && /^(?:preload|modulepreload|prefetch|manifest)$/.test(valueOf(node, 'rel') ?? '');
}

function sentence(text: string) {
  const fragment = parseFragment('<p class="comments__closed"></p>');
  const [paragraph] = fragment.childNodes;
  tree.insertText(paragraph as Tree.Element, text);
  return fragment.childNodes;
}

function textOf(node: Tree.ParentNode): string {
  return node.childNodes
    .map((child) => (tree.isTextNode(child) ? child.value : 'childNodes' in child ? textOf(child) : ''))
    .join('');
}

function valueOf(node: Tree.Element, name: string) {
  return node.attrs.find((attribute) => attribute.name === name)?.value;
}

function has(node: Tree.Element, name: string) {
  return valueOf(node, name) !== undefined;
}
