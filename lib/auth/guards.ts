import { AppError } from '@/lib/platform/errors';
import { can, type Actor, type Capability } from './actor';

/**
 * The check at the start of every write. Returns the actor, or throws: signed-out users are asked to sign in, others
 * only learn that they may not.
 */
export function requireCapability(actor: Actor | null, capability: Capability): Actor {
  if (!actor) throw new AppError('unauthenticated', 'Please sign in first.');
  if (!can(actor, capability)) throw new AppError('forbidden', 'Your role does not allow this.');
  return actor;
}
