import { env } from '@/lib/platform/env';
import { InstanceBus, type Instance } from './instance-bus';

/** Null on SQLite, which allows one instance only. */
export async function joinInstances(instance: Instance): Promise<InstanceBus | null> {
  if (env().database !== 'postgresql') return null;
  const bus = new InstanceBus(env().databaseUrl, instance);
  await bus.join();
  return bus;
}
