import sourceCyrillicExt from '@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-ext-wght-normal.woff2';
import sourceCyrillic from '@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-wght-normal.woff2';
import sourceGreek from '@fontsource-variable/source-serif-4/files/source-serif-4-greek-wght-normal.woff2';
import sourceVietnamese from '@fontsource-variable/source-serif-4/files/source-serif-4-vietnamese-wght-normal.woff2';
import sourceLatinExt from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2';
import sourceLatin from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2';
import sourceCyrillicExtItalic from '@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-ext-wght-italic.woff2';
import sourceCyrillicItalic from '@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-wght-italic.woff2';
import sourceGreekItalic from '@fontsource-variable/source-serif-4/files/source-serif-4-greek-wght-italic.woff2';
import sourceVietnameseItalic from '@fontsource-variable/source-serif-4/files/source-serif-4-vietnamese-wght-italic.woff2';
import sourceLatinExtItalic from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-italic.woff2';
import sourceLatinItalic from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2';
import literataCyrillicExt from '@fontsource-variable/literata/files/literata-cyrillic-ext-wght-normal.woff2';
import literataCyrillic from '@fontsource-variable/literata/files/literata-cyrillic-wght-normal.woff2';
import literataGreek from '@fontsource-variable/literata/files/literata-greek-wght-normal.woff2';
import literataVietnamese from '@fontsource-variable/literata/files/literata-vietnamese-wght-normal.woff2';
import literataLatinExt from '@fontsource-variable/literata/files/literata-latin-ext-wght-normal.woff2';
import literataLatin from '@fontsource-variable/literata/files/literata-latin-wght-normal.woff2';
import literataCyrillicExtItalic from '@fontsource-variable/literata/files/literata-cyrillic-ext-wght-italic.woff2';
import literataCyrillicItalic from '@fontsource-variable/literata/files/literata-cyrillic-wght-italic.woff2';
import literataGreekItalic from '@fontsource-variable/literata/files/literata-greek-wght-italic.woff2';
import literataVietnameseItalic from '@fontsource-variable/literata/files/literata-vietnamese-wght-italic.woff2';
import literataLatinExtItalic from '@fontsource-variable/literata/files/literata-latin-ext-wght-italic.woff2';
import literataLatinItalic from '@fontsource-variable/literata/files/literata-latin-wght-italic.woff2';
import playfairCyrillic from '@fontsource-variable/playfair-display/files/playfair-display-cyrillic-wght-normal.woff2';
import playfairVietnamese from '@fontsource-variable/playfair-display/files/playfair-display-vietnamese-wght-normal.woff2';
import playfairLatinExt from '@fontsource-variable/playfair-display/files/playfair-display-latin-ext-wght-normal.woff2';
import playfairLatin from '@fontsource-variable/playfair-display/files/playfair-display-latin-wght-normal.woff2';
import franklinCyrillicExt from '@fontsource-variable/libre-franklin/files/libre-franklin-cyrillic-ext-wght-normal.woff2';
import franklinCyrillic from '@fontsource-variable/libre-franklin/files/libre-franklin-cyrillic-wght-normal.woff2';
import franklinVietnamese from '@fontsource-variable/libre-franklin/files/libre-franklin-vietnamese-wght-normal.woff2';
import franklinLatinExt from '@fontsource-variable/libre-franklin/files/libre-franklin-latin-ext-wght-normal.woff2';
import franklinLatin from '@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght-normal.woff2';
import type { FontFiles } from '@/lib/settings/fonts';

/** The font files of the packages (SIL Open Font License). The bundler names a file alike, but not its folder, in pages and routes. */
export const fontFiles: FontFiles = {
  source: [
    { style: 'normal', script: 'cyrillic-ext', address: served(sourceCyrillicExt) },
    { style: 'normal', script: 'cyrillic', address: served(sourceCyrillic) },
    { style: 'normal', script: 'greek', address: served(sourceGreek) },
    { style: 'normal', script: 'vietnamese', address: served(sourceVietnamese) },
    { style: 'normal', script: 'latin-ext', address: served(sourceLatinExt) },
    { style: 'normal', script: 'latin', address: served(sourceLatin) },
    { style: 'italic', script: 'cyrillic-ext', address: served(sourceCyrillicExtItalic) },
    { style: 'italic', script: 'cyrillic', address: served(sourceCyrillicItalic) },
    { style: 'italic', script: 'greek', address: served(sourceGreekItalic) },
    { style: 'italic', script: 'vietnamese', address: served(sourceVietnameseItalic) },
    { style: 'italic', script: 'latin-ext', address: served(sourceLatinExtItalic) },
    { style: 'italic', script: 'latin', address: served(sourceLatinItalic) },
  ],
  literata: [
    { style: 'normal', script: 'cyrillic-ext', address: served(literataCyrillicExt) },
    { style: 'normal', script: 'cyrillic', address: served(literataCyrillic) },
    { style: 'normal', script: 'greek', address: served(literataGreek) },
    { style: 'normal', script: 'vietnamese', address: served(literataVietnamese) },
    { style: 'normal', script: 'latin-ext', address: served(literataLatinExt) },
    { style: 'normal', script: 'latin', address: served(literataLatin) },
    { style: 'italic', script: 'cyrillic-ext', address: served(literataCyrillicExtItalic) },
    { style: 'italic', script: 'cyrillic', address: served(literataCyrillicItalic) },
    { style: 'italic', script: 'greek', address: served(literataGreekItalic) },
    { style: 'italic', script: 'vietnamese', address: served(literataVietnameseItalic) },
    { style: 'italic', script: 'latin-ext', address: served(literataLatinExtItalic) },
    { style: 'italic', script: 'latin', address: served(literataLatinItalic) },
  ],
  playfair: [
    { style: 'normal', script: 'cyrillic', address: served(playfairCyrillic) },
    { style: 'normal', script: 'vietnamese', address: served(playfairVietnamese) },
    { style: 'normal', script: 'latin-ext', address: served(playfairLatinExt) },
    { style: 'normal', script: 'latin', address: served(playfairLatin) },
  ],
  franklin: [
    { style: 'normal', script: 'cyrillic-ext', address: served(franklinCyrillicExt) },
    { style: 'normal', script: 'cyrillic', address: served(franklinCyrillic) },
    { style: 'normal', script: 'vietnamese', address: served(franklinVietnamese) },
    { style: 'normal', script: 'latin-ext', address: served(franklinLatinExt) },
    { style: 'normal', script: 'latin', address: served(franklinLatin) },
  ],
};

function served(address: string) {
  return `/_next/static/media/${address.slice(address.lastIndexOf('/') + 1)}`;
}
