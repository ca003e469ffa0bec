import { env } from '@/lib/env';
import { InstanceBus, type Instance } from './instance-bus';

/** Joins the other instances that serve the same site, which only PostgreSQL allows; null where there are none. */
export async function joinInstances(instance: Instance): Promise<InstanceBus | null> {
  if (env().database !== 'postgresql') return null;
  const bus = new InstanceBus(env().databaseUrl, instance);
  await bus.join();
  return bus;
}
