const apart = ['admin', 'account', 'api', 'signin', 'signup', 'setup', 'preview', 'search', 'comments', 'uploads'];

/** Prefetches public pages on pointer down (WICG Speculation Rules): early enough, and never stale. */
export const speculationRules = JSON.stringify({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          { not: { href_matches: apart.map((first) => `/${first}{/*}?`) } },
          { not: { href_matches: ['/*/comments/*', '/*.(xml|json|txt)'] } },
        ],
      },
      eagerness: 'conservative',
    },
  ],
});
