import { AppError } from '@/lib/platform/errors';
import { can, type Actor, type Capability } from './actor';

/** Returns the actor, or throws: signed-out users are asked to sign in, others are refused. */
export function requireCapability(actor: Actor | null, capability: Capability): Actor {
  if (!actor) throw new AppError('unauthenticated', 'Please sign in first.');
  if (!can(actor, capability)) throw new AppError('forbidden', 'Your role does not allow this.');
  return actor;
}
