import 'server-only';
import type { Tx } from '@/lib/database/db';

/** Gives slots their first line item: in a backup of an earlier version each slot pointed at its content itself. */
export async function createFirstLineItems(tx: Tx) {
  await tx.$executeRaw`
    INSERT INTO "LineItem" ("id", "slotId", "name", "creativeId", "createdAt", "updatedAt")
    SELECT "id", "id", "name", "creativeId", "createdAt", "updatedAt" FROM "Slot"
    WHERE NOT EXISTS (SELECT 1 FROM "LineItem" WHERE "LineItem"."id" = "Slot"."id")`;
  await tx.$executeRaw`UPDATE "Creative" SET "lineItemId" = "slotId" WHERE "lineItemId" IS NULL`;
  await tx.$executeRaw`UPDATE "Slot" SET "creativeId" = NULL WHERE "creativeId" IS NOT NULL`;
}
