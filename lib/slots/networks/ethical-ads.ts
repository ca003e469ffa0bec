import { attributesOf, recognised, type Network } from './network';

const NAME = 'EthicalAds';
const LOADER = 'https://media.ethicalads.io/media/client/ethicalads.min.js';
const ofPlace = [
  'data-ea-publisher',
  'data-ea-type',
  'data-ea-style',
  'data-ea-keywords',
  'data-ea-campaign-types',
  'id',
];

/** One ad, chosen by the words of the page. */
export const ethicalAds: Network = {
  name: NAME,
  recognise({ tags, scripts, text }) {
    if (!/ethicalads|data-ea-publisher/.test(text)) return null;
    const places = tags.filter(({ attributes }) => attributes['data-ea-publisher']);
    const [place] = places;
    return recognised({
      network: NAME,
      kind: place?.attributes['data-ea-type'] === 'text' ? 'text ad' : 'image ad',
      isolation: 'in-page',
      reason: 'EthicalAds chooses by the words of the page and counts what is in view there.',
      canonical:
        place && places.length === 1
          ? `<script async src="${LOADER}"></script>\n<div${attributesOf(place, ofPlace)}></div>`
          : null,
      notes: [
        ...(place ? [] : ['The place for it (the <div> with data-ea-publisher) is missing.']),
        ...(scripts.some((src) => src.includes('ethicalads')) ? [] : ['The script that loads it is missing.']),
      ],
      refusals: places.length > 1 ? [{ sentence: 'EthicalAds fills one place on a page; this code has several.' }] : [],
      consent: 'none',
      keys: ['ethical-ads'],
      once: scripts.filter((src) => src.includes('ethicalads')),
    });
  },
};
