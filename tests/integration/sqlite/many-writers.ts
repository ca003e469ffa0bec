// Twenty writers at once, for ever; prints a key as soon as it is acknowledged. tests/integration/sqlite/sqlite-faults.test.ts
// ends it in the middle.
import { transaction, db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';

const row = () => ({ key: newId(), value: '1'.repeat(200), updatedAt: new Date() });

async function write(inTransaction: boolean) {
  for (;;) {
    const data = row();
    await (inTransaction ? transaction((tx) => tx.setting.create({ data })) : db.setting.create({ data }));
    process.stdout.write(`${data.key}\n`);
  }
}

await Promise.all(Array.from({ length: 20 }, (_, index) => write(index % 4 > 0)));
