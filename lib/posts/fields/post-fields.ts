import { z } from 'zod';
import { validated } from '@/lib/forms/validation';
import { AppError } from '@/lib/platform/errors';
import { rulesOf } from './field-kinds';
import { definitionOf, fieldMap, postFieldNames, type PostFields } from './fields';

type Schemas = { [Name in keyof PostFields]: z.ZodType<PostFields[Name], unknown> };

/** The editor's form; fields that are not sent stay unchanged. */
export const postFields = z.object(fieldMap<Schemas>(postFieldNames, (name) => rulesOf(definitionOf(name)).schema()));

/** Fields as somebody sent them: those that are valid, and a sentence for each that is not. */
export function readFields(sent: Record<string, unknown>) {
  const fields: Partial<PostFields> = {};
  const problems: Record<string, string> = {};
  for (const name of postFieldNames) {
    if (sent[name] === undefined) continue;
    try {
      Object.assign(fields, validated(z.object({ [name]: postFields.shape[name] }), { [name]: sent[name] }));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      problems[name] = error.message;
    }
  }
  return { fields, problems };
}

export const emptyFields = fieldMap<PostFields>(postFieldNames, (name) => rulesOf(definitionOf(name)).empty());

/** Fields as they were stored, perhaps by another version or an import: a text or list stays, whatever its length. */
export function storedFields(stored: Record<string, unknown>) {
  const { fields, problems } = readFields(stored);
  const kept = postFieldNames.filter((name) => name in problems && isTextOrList(name, stored[name]));
  return { ...fields, ...fieldMap<Partial<PostFields>>(kept, (name) => stored[name]) };
}

function isTextOrList(name: keyof PostFields, value: unknown) {
  const { kind } = definitionOf(name);
  if (kind === 'choice' || kind === 'moment') return false;
  const like = emptyFields[name];
  return Array.isArray(like) ? Array.isArray(value) && value.every(isText) : isText(like) && isText(value);
}

function isText(value: unknown) {
  return typeof value === 'string';
}
