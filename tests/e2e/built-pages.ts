import { readFileSync } from 'node:fs';

/** Style sheets that Next preloads though the page has no link to them. */
export function unusedStyles(html: string) {
  const preloaded = [...html.matchAll(/:HL\[\\"([^"\\]+\.css(?:[?][^"\\]*)?)\\"/g)].map(([, href]) => href ?? '');
  return preloaded.filter((href) => !html.includes(`rel="stylesheet" href="${href}"`));
}

/** The addresses of all pages of the build, with their parameters. */
export function pageRoutes() {
  const built: unknown = JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8'));
  return Object.entries(built as Record<string, string>)
    .filter(([file, route]) => file.endsWith('/page') && !route.startsWith('/_'))
    .map(([, route]) => route);
}
