/** Routes of earlier versions, each with its present one. */
const formerRoutes: readonly [former: RegExp, present: string][] = [
  [/^\/signin\/forgotten\/?$/, '/signin/forgot-password'],
  [/^\/admin\/figures\/?$/, '/admin/status'],
  [/^\/admin\/people(?=\/|$)/, '/admin/users'],
  [/^\/_n\/f(?=\/)/, '/_s/f'],
];

/** Where a route of an earlier version is now; null for all others. */
export function presentRouteOf(pathname: string): string | null {
  const renamed = formerRoutes.find(([former]) => former.test(pathname));
  return renamed ? pathname.replace(...renamed) : null;
}
