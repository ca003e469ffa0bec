import { createHash } from 'node:crypto';
import { themeScript } from '@/lib/web/theme-script';

/** Policy of the pages that need nothing of the rest of the product: one style and the script of the chosen theme. */
export const barePolicy = [
  `default-src 'none'`,
  `style-src 'unsafe-inline'`,
  `script-src 'sha256-${createHash('sha256').update(themeScript).digest('base64')}'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/** Applies the chosen theme, or the system's. */
export const bareTheme = `<style>
  :root { color-scheme: light dark }
  :root[data-theme='light'] { color-scheme: light }
  :root[data-theme='dark'] { color-scheme: dark }
</style>
<script>${themeScript}</script>`;
