import type { NextConfig } from 'next';

const config: NextConfig = {
  typedRoutes: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // server/ owns caching, compression, canonical addresses and policy headers.
  cacheHandler: new URL('./server/cache/next-cache-handler.mjs', import.meta.url).pathname,
  cacheMaxMemorySize: 0,
  generateEtags: false,
  skipTrailingSlashRedirect: true,
  // Metadata is always in <head>, so no crawler needs other HTML.
  htmlLimitedBots: /(?!)/,
  // The image optimiser stays off (docs/security.md).
  images: { unoptimized: true },
  devIndicators: false,
  // Not deployed by file tracing.
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
    // Saves 40 MB until the admin is opened.
    preloadEntriesOnStart: false,
    serverActions: { bodySizeLimit: '12mb' },
  },
};

export default config;
