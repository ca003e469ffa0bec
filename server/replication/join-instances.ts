import { env } from '@/lib/platform/env';
import { InstanceBus, type Instance } from './instance-bus';

/** Only PostgreSQL allows several instances; null otherwise. */
export async function joinInstances(instance: Instance): Promise<InstanceBus | null> {
  if (env().database !== 'postgresql') return null;
  const bus = new InstanceBus(env().databaseUrl, instance);
  await bus.join();
  return bus;
}
