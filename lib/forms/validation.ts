import type { z } from 'zod';
import { AppError } from '@/lib/platform/errors';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

/** The parsed value; throws an AppError with a sentence per field. */
export function validated<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  fieldOf: (path: string[]) => string = (path) => path.join('.'),
): z.output<Schema> {
  const parsed = schema.safeParse(value, { error: explainError });
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[fieldOf(issue.path.map(String)) || 'form'] ??= issue.message;
  throw new AppError('invalid', Object.values(fields)[0] ?? 'Please check what you entered.', { fields });
}

function explainError(issue: Issue): string {
  if (issue.code === 'invalid_type') return ofType(issue.expected, issue.input);
  if (issue.code === 'too_big') return `Please use at most ${amount(issue.maximum, issue.origin)} here.`;
  if (issue.code === 'too_small') return `Please use at least ${amount(issue.minimum, issue.origin)} here.`;
  if (issue.code === 'invalid_value') return 'Please choose one of what is offered here.';
  return 'Please check what you entered here.';
}

function ofType(expected: string, input: unknown) {
  if (expected === 'number' || expected === 'int') return 'Please enter a number here.';
  return input === undefined || input === null ? 'Please fill this in.' : 'Please enter one value here, as text.';
}

function amount(number: number | bigint, origin: string) {
  if (origin === 'string') return `${number.toLocaleString('en')} characters`;
  return origin === 'array' || origin === 'set'
    ? `${number.toLocaleString('en')} entries`
    : number.toLocaleString('en');
}
