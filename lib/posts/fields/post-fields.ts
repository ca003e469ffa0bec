import { z } from 'zod';
import { rulesOf } from './field-kinds';
import { definitionOf, fieldMap, postFieldNames, type PostFields } from './fields';

type Schemas = { [Name in keyof PostFields]: z.ZodType<PostFields[Name], unknown> };

/** The editor's form; fields that are not sent stay unchanged. */
export const postFields = z.object(fieldMap<Schemas>(postFieldNames, (name) => rulesOf(definitionOf(name)).schema()));

export const emptyFields = fieldMap<PostFields>(postFieldNames, (name) => rulesOf(definitionOf(name)).empty());
