// Gives the site in DATA_DIR the looks that are named in JSON.
import { disconnect } from '@/lib/database/db';
import { storeSettings } from '@/lib/settings/queries';

await storeSettings(JSON.parse(process.argv[2] ?? '{}') as Parameters<typeof storeSettings>[0]);
await disconnect();
