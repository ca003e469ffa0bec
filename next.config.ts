import type { NextConfig } from 'next';

const config: NextConfig = {
  typedRoutes: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // server/ owns caching, compression of public pages, canonical addresses and every policy header.
  cacheHandler: new URL('./server/cache/next-cache-handler.mjs', import.meta.url).pathname,
  cacheMaxMemorySize: 0,
  generateEtags: false,
  skipTrailingSlashRedirect: true,
  // Every page carries its metadata in <head>; no crawler needs another rendering.
  htmlLimitedBots: /(?!)/,
  // Images are made at upload; the optimiser's decoder stays out of reach (docs/security.md).
  images: { unoptimized: true },
  devIndicators: false,
  // E-mails, bookmarks and open pages from before a renaming lead here.
  redirects: async () => [
    { source: '/signin/forgotten', destination: '/signin/forgot-password', permanent: true },
    { source: '/admin/figures', destination: '/admin/status', permanent: true },
    { source: '/admin/people/:path*', destination: '/admin/users/:path*', permanent: true },
    { source: '/_n/f/:name', destination: '/_s/f/:name', permanent: true },
  ],
  // Nothing here is deployed by file tracing: the project folder is what runs.
  turbopack: { ignoreIssue: [{ path: '**', title: /Dynamic filesystem access/ }] },
  serverExternalPackages: [
    '@aws-sdk/client-s3',
    'better-sqlite3',
    'pg',
    'pino',
    'sharp',
    'nodemailer',
    '@prisma/adapter-better-sqlite3',
    '@prisma/adapter-pg',
  ],
  experimental: {
    isrFlushToDisk: false,
    // A process loads what it is asked for: 40 MB less where nobody opens the admin.
    preloadEntriesOnStart: false,
    serverActions: { bodySizeLimit: '12mb' },
  },
};

export default config;
