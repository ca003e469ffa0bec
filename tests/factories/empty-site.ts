import { rowsOf, secretTables, tables } from '@/lib/backup/tables';
import { transaction } from '@/lib/database/db';

/** Deletes everything that the site holds, as on the day it was installed. */
export async function emptySite() {
  await transaction(async (tx) => {
    await tx.post.updateMany({ data: { pendingRevisionId: null } });
    for (const { model } of [...tables, ...secretTables].toReversed()) await rowsOf(tx, model).deleteMany();
  });
}
