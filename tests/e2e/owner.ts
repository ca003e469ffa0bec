/** A database with an owner is not empty: the server adds no sample site and prints no set-up link. */
export async function insertOwner() {
  const { migrate } = await import('@/lib/database/migrations');
  const { storeSettings } = await import('@/lib/settings/queries');
  const { createUser } = await import('../factories/users');
  await migrate();
  await createUser({ role: 'owner', name: 'Olga Ritter', email: 'owner@example.test' });
  await storeSettings({ siteName: 'Harbour News', setUpAt: new Date().toISOString() });
}
