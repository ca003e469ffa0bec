import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { addSeller, changeOwnership, removeSeller, saveSellerFile, sellerForm } from '@/lib/sellers/changing';
import { sellersIn } from '@/lib/sellers/ads-txt';
import { getSellerFile, listMissingSellers } from '@/lib/sellers/queries';
import { codeDraft, fillSlot } from '../../factories/slots';
import { actorWith } from '../../factories/users';

const file = 'ads.txt' as const;
const google = { domain: 'google.com', account: 'pub-1234567890123456', certification: 'f08c47fec0942fa0' };
const LINE = 'google.com, pub-1234567890123456, DIRECT, f08c47fec0942fa0';

test('an ad manager adds, removes and rewrites the sellers of the site', async () => {
  const actor = await actorWith('ads');
  await saveSellerFile(actor, { file, before: '', text: '# Mine\r\nnot, yet' });
  await addSeller(actor, sellerForm.parse({ file, ...google, comment: 'main account' }));
  expect(await getSellerFile(file)).toBe(`# Mine\nnot, yet\n${LINE} # main account\n`);
  await expect(addSeller(actor, sellerForm.parse({ file, ...google, domain: 'Google.com' }))).rejects.toMatchObject({
    code: 'conflict',
  });

  await removeSeller(actor, { file, number: 3, text: `${LINE} # main account` });
  expect(await getSellerFile(file)).toBe('# Mine\nnot, yet\n');
  await expect(removeSeller(actor, { file, number: 1, text: LINE })).rejects.toMatchObject({ code: 'conflict' });

  await changeOwnership(actor, { file, owner: ' Harbour.com ', manager: 'seller.com, us' });
  expect(await getSellerFile(file)).toBe('# Mine\nnot, yet\nOWNERDOMAIN=harbour.com\nMANAGERDOMAIN=seller.com, US\n');
  expect(await getSellerFile('app-ads.txt')).toBe('');
});

test('what cannot be a seller is refused with a sentence for its field, and nothing changes', async () => {
  const actor = await actorWith('ads');
  const before = await getSellerFile(file);
  const refusals = [
    [{ domain: '', account: 'pub-1' }, 'domain'],
    [{ domain: 'https://google.com', account: 'pub-1' }, 'domain'],
    [{ domain: 'google.com', account: '' }, 'account'],
    [{ domain: 'google.com', account: 'a, b' }, 'account'],
    [{ ...google, relationship: 'FRIEND' }, 'relationship'],
    [{ ...google, certification: 'a b' }, 'certification'],
  ] as const;
  for (const [fields, name] of refusals) {
    const attempt = addSeller(actor, sellerForm.parse({ file, ...fields }));
    await expect(attempt).rejects.toMatchObject({ code: 'invalid', fields: { [name]: expect.any(String) } });
  }
  await expect(changeOwnership(actor, { file, owner: 'nobody', manager: '' })).rejects.toMatchObject({
    code: 'invalid',
  });
  await expect(saveSellerFile(actor, { file, before, text: 'x'.repeat(100_001) })).rejects.toMatchObject({
    code: 'invalid',
  });
  expect(await getSellerFile(file)).toBe(before);
});

test('a file that changed meanwhile is not overwritten unseen', async () => {
  const actor = await actorWith('ads');
  const before = await getSellerFile(file);
  await addSeller(actor, sellerForm.parse({ file, domain: 'media.net', account: '8CU1' }));
  const attempt = saveSellerFile(actor, { file, before, text: '# other' });
  await expect(attempt).rejects.toMatchObject({ code: 'conflict' });
  const present = await getSellerFile(file);
  expect(present).toContain('media.net');
  await saveSellerFile(actor, { file, before: present, text: '# other' });
  expect(await getSellerFile(file)).toBe('# other');
});

test.each(['reader', 'author', 'editor', 'moderator'] as const)('a %s changes no file', async (role) => {
  const actor = await actorWith(role);
  const before = await getSellerFile(file);
  await expect(addSeller(actor, sellerForm.parse({ file, ...google }))).rejects.toMatchObject({ code: 'forbidden' });
  await expect(saveSellerFile(actor, { file, before, text: '' })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await getSellerFile(file)).toBe(before);
});

test('lines that the code of a slot asks for are offered until the file has them', async () => {
  const actor = await actorWith('ads');
  const code = `<ins class="adsbygoogle" data-ad-client="ca-${google.account}" data-ad-slot="1"></ins>`;
  const { id } = await fillSlot('post-end', codeDraft(code, 'in-page'), { actor: await actorWith('owner') });
  const [offered, ...others] = await listMissingSellers('');
  expect([offered, others]).toMatchObject([{ ...google, relationship: 'DIRECT' }, []]);
  expect(await listMissingSellers(LINE)).toEqual([]);

  await addSeller(actor, sellerForm.parse({ file: 'app-ads.txt', ...offered }));
  expect(sellersIn(await getSellerFile('app-ads.txt'))).toMatchObject([google]);
  await db.slot.update({ where: { id }, data: { enabled: false } });
  expect(await listMissingSellers('')).toEqual([]);
});
