import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { permitExport, permittedExport } from '@/lib/export/download-permission';
import { AppError } from '@/lib/platform/errors';
import { actorWith } from '../../factories/users';

const wanted = { format: 'wxr', withEmails: true } as const;
const confirmed = async () => {};
const audited = () => readDb.auditEntry.count({ where: { action: 'site.export' } });
let owner: Actor;

beforeAll(async () => {
  owner = await actorWith('owner');
});

test('an owner who has proved who they are gets a key for what was asked for, and the audit log says so', async () => {
  const key = await permitExport(owner, wanted, confirmed);
  expect(permittedExport(owner, key)).toEqual(wanted);
  const entry = await readDb.auditEntry.findFirstOrThrow({ where: { action: 'site.export', actorId: owner.id } });
  expect([entry.subjectId, entry.data]).toEqual(['wxr', '{"withAddresses":true}']);
});

test('a key is of no use to another owner, after ten minutes, or changed', async () => {
  const key = await permitExport(owner, wanted, confirmed);
  expect(permittedExport(await actorWith('owner'), key)).toBeNull();
  expect(permittedExport(owner, key, Date.now() + 11 * 60_000)).toBeNull();
  expect(permittedExport(owner, key.replace(/^./, 'A'))).toBeNull();
  expect(permittedExport(owner, '')).toBeNull();
});

test('nobody else, and no owner without proof, is permitted or noted', async () => {
  const before = await audited();
  for (const role of ['admin', 'editor', 'reader'] as const) {
    const actor = await actorWith(role);
    await expect(permitExport(actor, wanted, confirmed)).rejects.toMatchObject({ code: 'forbidden' });
    expect(() => permittedExport(actor, '')).toThrow(AppError);
  }
  const refuse = () => Promise.reject(new AppError('invalid', 'That is not your current password.'));
  await expect(permitExport(owner, wanted, refuse)).rejects.toThrow('not your current password');
  expect(await audited()).toBe(before);
});
