const apart = ['admin', 'account', 'api', 'signin', 'signup', 'setup', 'preview', 'search', 'comments', 'uploads'];

/**
 * What a browser may prefetch (WICG Speculation Rules): a public page, once the pointer is down on its link. That is
 * early enough for the page to be there on release, and too late for it to become stale.
 */
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
