import { extensionOf } from './downloads';

/** Archives of documents begin as any archive does: of these the name decides, for they are downloaded in any case. */
const archives = ['zip', 'epub', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'];
const oggs = ['ogg', 'oga', 'opus', 'ogv'];
const audioBrands = ['M4A ', 'M4B ', 'M4P '];
/** Of ISO media files that are pictures or camera raw. */
const otherBrands = /^(avi[fs]|he[ivm][cxs]|hevc|hevx|mif1|msf1|crx |qt {2})$/;

/**
 * The extension under which a file that is no image is stored, by its first bytes; null if it is not accepted. Nothing
 * that a browser would run or show as a document is.
 */
export function fileExtensionOf(bytes: Uint8Array, fileName: string): string | null {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  const named = extensionOf(fileName);
  const oneOf = (known: string[]) => (known.includes(named) ? named : (known[0] ?? null));
  if (text(0, 5) === '%PDF-') return 'pdf';
  if (text(0, 4) === 'PK\x03\x04') return oneOf(archives);
  if (text(0, 4) === 'OggS') return oneOf(oggs);
  if (text(0, 4) === 'fLaC') return 'flac';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WAVE') return 'wav';
  if (text(0, 4) === '\x1aE\xdf\xa3') return text(0, 64).includes('webm') ? 'webm' : null;
  if (text(4, 8) === 'ftyp') return isoExtension(text(8, 12), named);
  return isMp3(bytes, text) ? 'mp3' : null;
}

function isoExtension(brand: string, named: string) {
  if (otherBrands.test(brand)) return null;
  return audioBrands.includes(brand) || named === 'm4a' ? 'm4a' : 'mp4';
}

// A tag, or the first frame: its sync bits, layer III, and a bit rate and sample rate that exist.
function isMp3(bytes: Uint8Array, text: (from: number, to: number) => string) {
  if (text(0, 3) === 'ID3') return true;
  const [first = 0, second = 0, third = 0] = bytes;
  const isFrame = first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x06) === 0x02 && (second & 0x18) !== 0x08;
  return isFrame && third >> 4 !== 0xf && third >> 4 !== 0 && ((third >> 2) & 3) !== 3;
}
