import { z } from 'zod';
import { rulesOf } from './field-kinds';
import { definitionOf, fieldMap, postFieldNames, type PostFields } from './fields';

type Schemas = { [Name in keyof PostFields]: z.ZodType<PostFields[Name], unknown> };

/** The editor's form. Every field may be left out: what is not sent stays as it is. */
export const postFields = z.object(fieldMap<Schemas>(postFieldNames, (name) => rulesOf(definitionOf(name)).schema()));

/** What a new post begins with. */
export const emptyFields = fieldMap<PostFields>(postFieldNames, (name) => rulesOf(definitionOf(name)).empty());
