// Shortens the scripts that pages carry, once for each build.
import { writeFileSync } from 'node:fs';
import '@/server/http/content-security-policy';
import '@/server/rendering/slot-runtime';
import { inlineTexts, keyOf, SHORT_SCRIPTS } from '@/server/rendering/inline-script';
import { shorten } from './shortening';

const shortForms = Object.fromEntries(inlineTexts().map((text) => [keyOf(text), shorten(text)]));
writeFileSync(SHORT_SCRIPTS, JSON.stringify(shortForms));
