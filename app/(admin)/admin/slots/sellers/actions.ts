'use server';

import { formAction } from '@/lib/actions/form-action';
import { done, refused } from '@/lib/forms/form-state';
import { AppError } from '@/lib/platform/errors';
import {
  addSeller,
  changeOwnership,
  ownershipForm,
  removedSellerForm,
  removeSeller,
  saveSellerFile,
  sellerForm,
  sellerTextForm,
} from '@/lib/sellers/changing';
import { countSellers, findingsIn } from '@/lib/sellers/findings';
import { getSellerFile } from '@/lib/sellers/queries';
import { siteHost } from '@/lib/settings/site-address';
import { limits } from '@/lib/users/rate-limits';

const managing = { who: 'slots.edit', rateLimit: limits.staff } as const;

export const addSellerAction = formAction(
  { name: 'seller.add', schema: sellerForm, ...managing },
  async (input, { actor }) => {
    const { domain } = await addSeller(actor, input);
    return done(`Added: /${input.file} now names ${domain}.`);
  },
);

export const removeSellerAction = formAction(
  { name: 'seller.remove', schema: removedSellerForm, ...managing },
  async (input, { actor }) => {
    await removeSeller(actor, input);
    return done(`Removed line ${input.number}.`);
  },
);

export const changeOwnershipAction = formAction(
  { name: 'seller.ownership', schema: ownershipForm, ...managing },
  async (input, { actor }) => {
    await changeOwnership(actor, input);
    return done('Saved.');
  },
);

export const saveSellerFileAction = formAction(
  { name: 'seller.save-file', schema: sellerTextForm, ...managing },
  async (input, { actor }) => {
    try {
      const text = await saveSellerFile(actor, input);
      if (text.trim() === '') return done(`Saved. /${input.file} is empty, so the address is not found.`);
      const found = findingsIn(text, { file: input.file, host: siteHost() }).length;
      return done(['Saved.', readSellers(countSellers(text)), remarks(found)].join(' '));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
      return refused(error.message, error.fields, { ...input, before: await getSellerFile(input.file) });
    }
  },
);

function readSellers(count: number) {
  return count === 1 ? 'Crawlers read 1 seller in it.' : `Crawlers read ${count} sellers in it.`;
}

function remarks(found: number) {
  if (found === 0) return 'Nothing is wrong with it.';
  return found === 1 ? '1 problem is listed below.' : `${found} problems are listed below.`;
}
