import { expect, test } from 'vitest';
import { newId } from '@/lib/platform/ids';
import { RendererLost, RendererUnavailable, RenderingFailed } from '@/server/rendering/renderer';
import { DatabaseUnavailable } from '@/server/rendering/renderer-protocol';
import { serveApplication } from './application';

const starting = 'This site is starting again.';
const database = 'The database cannot be reached at the moment.';
const unsent = 'What you sent could not be saved. Reload this page in a moment, and your browser will send it again.';

test.each([
  { cause: RendererUnavailable, status: 503, reading: starting, writing: [starting, unsent], untrue: database },
  { cause: DatabaseUnavailable, status: 503, reading: database, writing: [database, unsent], untrue: starting },
  {
    cause: RendererLost,
    status: 503,
    reading: 'This took too long on our side.',
    writing: ['What you sent may or may not have been saved.'],
    untrue: database,
  },
  {
    cause: RenderingFailed,
    status: 500,
    reading: 'Something went wrong on our side.',
    writing: ['Something went wrong on our side.'],
    untrue: database,
  },
])('a page that cannot be made says why, in a page and in data: $cause.name', async (given) => {
  const { ask } = await serveApplication(() => {
    throw new given.cause('as if');
  });
  const page = await ask(`/${newId()}`);
  const form = await ask('/a-form', { method: 'POST' });
  const data = await ask('/api/me', { headers: { accept: 'application/json' } });

  expect([page.status, form.status, data.status]).toEqual([given.status, given.status, given.status]);
  expect(page.body).toContain(`<h1>${given.reading}</h1>`);
  for (const sentence of given.writing) expect(form.body).toContain(sentence);
  expect(JSON.parse(data.body)).toEqual({ message: expect.stringContaining(given.reading) });
  for (const { body } of [page, form, data]) expect(body).not.toContain(given.untrue);
});
