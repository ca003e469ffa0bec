import { recognise } from '@/lib/slots/networks/recognition';
import type { Placement } from '@/lib/slots/placements';
import type { AdFormat, FoundAd } from './found-ads';
import { allNamed, childOf, parseXmlTree, type XmlElement } from './xml-tree';

type Gadget = { gadget: XmlElement; section: XmlElement };

/** By what a section is called; the first that fits. */
const sections: [RegExp, Placement][] = [
  [/header|crosscol|top/i, 'header'],
  [/foot|bottom/i, 'footer'],
  [/main|content|post|blog/i, 'post-end'],
];

/** A theme of Blogger: its HTML/JavaScript gadgets that hold ad code. */
export const bloggerTheme: AdFormat = {
  system: 'Blogger',
  read(text) {
    if (!/<b:(?:widget|section|skin)\b/.test(text)) return null;
    const root = parseXmlTree(text);
    if (!root) return null;
    const gadgets = allNamed(root, 'b:section').flatMap((section) =>
      section.children.filter(({ name }) => name === 'b:widget').map((gadget): Gadget => ({ gadget, section })),
    );
    const found = gadgets.map(ofGadget);
    return {
      ads: [...automaticAds(root), ...found.flatMap(({ ad }) => (ad ? [ad] : []))],
      left: found.flatMap(({ left }) => (left ? [left] : [])),
    };
  },
};

function ofGadget({ gadget, section }: Gadget): { ad?: FoundAd; left?: string } {
  const { type = '', title = '', id = '' } = gadget.attributes;
  const name = title.trim() || id || type;
  if (type === 'AdSense') {
    return {
      left: `The AdSense gadget “${name}” holds no code in a theme. Make a unit in AdSense and paste its code into a slot.`,
    };
  }
  if (type !== 'HTML') return {};
  const code = contentOf(gadget);
  if (code.trim() === '') return {};
  const found = recognise(code);
  if (!found) return { left: `“${name}” is plain HTML without ad code.` };
  const placement = sections.find(([words]) => words.test(section.attributes.id ?? ''))?.[1] ?? 'sidebar';
  const isHidden = gadget.attributes.visible === 'false';
  return { ad: { name, code, placement, notes: isHidden ? ['It was switched off.'] : [] } };
}

function contentOf(gadget: XmlElement) {
  const settings = childOf(gadget, 'b:widget-settings');
  return settings?.children.find(({ attributes }) => attributes.name === 'content')?.text ?? '';
}

// Pasted into the theme itself.
function automaticAds(root: XmlElement): FoundAd[] {
  const head = childOf(root, 'head');
  const loader = head?.children.find(
    ({ name, attributes }) => name === 'script' && /\/adsbygoogle\.js\?client=ca-pub-\d+/.test(attributes.src ?? ''),
  );
  const client = /ca-pub-\d{6,20}/.exec(loader?.attributes.src ?? '')?.[0];
  if (!client) return [];
  const src = `https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js?client=${client}`;
  return [
    {
      name: 'AdSense in the theme',
      code: `<script async src="${src}" crossorigin="anonymous"></script>`,
      placement: 'header',
      notes: ['It was in the head of the theme: AdSense’s automatic ads.'],
    },
  ];
}
