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

/** The same, with the problems that only a check of its own finds, so that all are reported at once. */
export async function validatedWith<Schema extends z.ZodType>(
  schema: Schema,
  value: Record<string, unknown>,
  check: (texts: (name: string) => string) => Promise<Record<string, string>>,
): Promise<z.output<Schema>> {
  const found = await check((name) => (typeof value[name] === 'string' ? value[name] : ''));
  const fields: Record<string, string> = {};
  try {
    const data = validated(schema, value);
    if (Object.keys(found).length === 0) return data;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    Object.assign(fields, error.fields);
  }
  const all = { ...found, ...fields };
  const inFormOrder = Object.keys(value).filter((name) => name in all);
  const ordered = Object.fromEntries([...inFormOrder, ...Object.keys(all)].map((name) => [name, all[name] ?? '']));
  throw new AppError('invalid', Object.values(ordered)[0] ?? '', { fields: ordered });
}

/** The problems of several checks by field; an error that belongs to no field is thrown. */
export async function problemsOf(checks: readonly Promise<unknown>[]): Promise<Record<string, string>> {
  const problems: Record<string, string> = {};
  for (const result of await Promise.allSettled(checks)) {
    if (result.status === 'fulfilled') continue;
    if (!(result.reason instanceof AppError) || Object.keys(result.reason.fields).length === 0) throw result.reason;
    Object.assign(problems, result.reason.fields);
  }
  return problems;
}

/** Runs checks together and throws all their problems at once. */
export async function requireAll(checks: readonly Promise<unknown>[]) {
  const fields = await problemsOf(checks);
  const [first] = Object.values(fields);
  if (first) throw new AppError('invalid', first, { fields });
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
