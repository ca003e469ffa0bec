import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type Product } from '../setup/product';
import {
  actionsOfBuild,
  callAction,
  callActionByScript,
  callHandler,
  handlersOfBuild,
  type Rule,
} from './action-calls';
import { actionRules, handlerRules, openActions, readingHandlers } from './permissions';
import {
  differences,
  removeTestSite,
  allVisitors,
  fingerprint,
  emailsSent,
  createTestSite,
  createOwnDatabase,
  type Visitor,
  type TestSite,
} from './test-site';

const dataDir = createOwnDatabase();
const actions = actionsOfBuild();
const handlers = handlersOfBuild();
let testSite: TestSite;
let site: Product;

beforeAll(async () => {
  testSite = await createTestSite(dataDir);
  site = await startServer({ DATA_DIR: dataDir, DATABASE_URL: `file:${dataDir}/masthead.db` });
});

afterAll(() => removeTestSite(site, dataDir));

test('every server action of the build is in the table', () => {
  const missing = actions.map(({ name }) => name).filter((name) => !actionRules[name] && !openActions.includes(name));
  expect(missing).toEqual([]);
  expect(actions.length).toBeGreaterThan(20);
});

test('every route handler of the build is in the table', () => {
  expect(handlers.filter((name) => !handlerRules[name] && !readingHandlers.includes(name))).toEqual([]);
});

describe('who may do what', () => {
  test.each(actions.filter(({ name }) => actionRules[name]))('$name', async (action) => {
    const rule = actionRules[action.name]!;
    const changed = await whoChanges(rule, async (visitor) => {
      const { fields = {} } = await rule.send(testSite, visitor);
      return () => callAction(site.url, action, fields, asVisitor(visitor));
    });

    expect(changed).toEqual(allVisitors.filter((visitor) => rule.may.includes(visitor)));
  });

  test.each(handlers.filter((name) => handlerRules[name]))('%s', async (handler) => {
    const rule = handlerRules[handler]!;
    const changed = await whoChanges(rule, async (visitor) => {
      const sent = await rule.send(testSite, visitor);
      return () => callHandler(site.url, handler, sent, asVisitor(visitor));
    });

    expect(changed).toEqual(allVisitors.filter((visitor) => rule.may.includes(visitor)));
  });
});

describe('another site cannot act for any user', () => {
  const elsewhere: Record<string, string>[] = [
    { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' },
    { origin: 'null' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.test', 'x-forwarded-host': 'evil.test' },
  ];

  test.each(actions.filter(({ name }) => actionRules[name]))('$name', async (action) => {
    const { fields = {} } = await actionRules[action.name]!.send(testSite, 'owner');
    await emailsSent(testSite);
    const before = fingerprint(testSite);
    for (const headers of elsewhere) {
      for (const call of [callAction, callActionByScript]) {
        const answer = await call(site.url, action, fields, { cookie: testSite.cookies.owner, ...headers });
        expect(answer.status).toBe(403);
      }
    }
    expect(differences(before, fingerprint(testSite))).toEqual([]);
  });

  test.each(handlers.filter((name) => handlerRules[name] && !name.startsWith('GET')))('%s', async (handler) => {
    const sent = await handlerRules[handler]!.send(testSite, 'owner');
    await emailsSent(testSite);
    const before = fingerprint(testSite);
    for (const headers of elsewhere) {
      const answer = await callHandler(site.url, handler, sent, { cookie: testSite.cookies.owner, ...headers });
      expect(answer.status).toBe(403);
    }
    expect(differences(before, fingerprint(testSite))).toEqual([]);
  });
});

/** Tries it as every user and returns for whom it changed something; nobody ever sees internal errors. */
async function whoChanges(rule: Rule, prepare: (visitor: Visitor) => Promise<() => Promise<Response>>) {
  const changed: Visitor[] = [];
  for (const visitor of allVisitors) {
    if (rule.elsewhere?.includes(visitor)) continue;
    const attempt = await prepare(visitor);
    await emailsSent(testSite);
    const before = fingerprint(testSite);
    const answer = await attempt();
    const said = await answer.text();
    const tables = differences(before, fingerprint(testSite));
    if (tables.length > 0) changed.push(visitor);
    expect(rule.may.includes(visitor) ? [] : tables, `${visitor} changed something`).toEqual([]);
    expect(answer.status, `${visitor}: ${said.slice(0, 300)}`).toBeLessThan(500);
    expect(said).not.toMatch(/prisma|SQLITE_|at .*\.ts:\d+/i);
  }
  return changed;
}

function asVisitor(visitor: Visitor): Record<string, string> {
  return { cookie: testSite.cookies[visitor], origin: site.url, 'sec-fetch-site': 'same-origin' };
}
