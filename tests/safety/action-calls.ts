import { existsSync, readFileSync } from 'node:fs';
import type { Visitor, TestSite } from './test-site';

export type Fields = Record<string, string | string[] | Blob>;

/** What one action or handler may do, and for whom. */
export type Rule = {
  /** Makes something to aim at, that belongs to "author" or "reader", and answers with what is sent. */
  send: (testSite: TestSite, visitor: Visitor) => Promise<Sent> | Sent;
  /** Users for whom it changes something. For all others it changes nothing. */
  may: readonly Visitor[];
  /**
   * Users who may do it too, but are not tried here, because it needs more than one form; covered by tests of that
   * part.
   */
  elsewhere?: readonly Visitor[];
};
export type Sent = {
  fields?: Fields;
  /** For handlers: the address, and a body that is not a form. */
  at?: string;
  json?: unknown;
};

export type Action = { id: string; name: string; page: string };

type Manifest = {
  node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>;
};

const idle = JSON.stringify([{ status: 'idle', message: '', fields: {}, values: {} }]);

/** Every server action of the build, by the file it is written in, and a page that can call it. */
export function actionsOfBuild(): Action[] {
  const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as Manifest;
  return Object.entries(manifest.node).map(([id, { workers, filename, exportedName }]) => ({
    id,
    name: `${filename}#${exportedName}`,
    page: addressOf(Object.keys(workers).sort((a, b) => brackets(a) - brackets(b))[0] ?? ''),
  }));
}

/** Every route handler of the build, with the methods its file exports. */
export function handlersOfBuild(): string[] {
  const manifest = JSON.parse(readFileSync('.next/server/app-paths-manifest.json', 'utf8')) as Record<string, string>;
  return (
    Object.keys(manifest)
      // A file such as icon.svg is served by a route too, which holds no code of ours.
      .filter((path) => path.endsWith('/route') && existsSync(`app${path}.ts`))
      .flatMap((path) => methodsOf(`app${path}.ts`).map((method) => `${method} ${addressOf(path, false)}`))
  );
}

/** Calls an action as a browser without JavaScript does: the form of useActionState, posted to a page that holds it. */
export function callAction(url: string, action: Action, fields: Fields, headers: Record<string, string>) {
  const form = formOf(fields);
  form.set('$ACTION_REF_1', '');
  form.set('$ACTION_1:0', JSON.stringify({ id: action.id, bound: '$@1' }));
  form.set('$ACTION_1:1', idle);
  form.set('$ACTION_KEY', 'k0');
  return fetch(url + action.page, { method: 'POST', body: form, headers, redirect: 'manual' });
}

/** Calls an action as Next's own script does. */
export function callActionByScript(url: string, action: Action, fields: Fields, headers: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of formOf(fields)) form.append(`_1_${name}`, value);
  form.set('0', `[${idle.slice(1, -1)},"$K1"]`);
  return fetch(url + action.page, {
    method: 'POST',
    body: form,
    headers: { ...headers, 'next-action': action.id, accept: 'text/x-component' },
    redirect: 'manual',
  });
}

export function callHandler(url: string, handler: string, { at, fields, json }: Sent, headers: Record<string, string>) {
  const [method = 'GET', address = '/'] = handler.split(' ');
  const body = json === undefined ? fields && formOf(fields) : JSON.stringify(json);
  const type: Record<string, string> = json === undefined ? {} : { 'content-type': 'application/json' };
  return fetch(url + (at ?? address), {
    method,
    redirect: 'manual',
    headers: { ...type, ...headers },
    ...(body ? { body } : {}),
  });
}

function formOf(fields: Fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, one);
  }
  return form;
}

/** "app/(auth)/signin/page" is "/signin"; a part in brackets is filled with a word that names nothing. */
function addressOf(path: string, fill = true) {
  const address = path
    .replace(/^app/, '')
    .replace(/\/(page|route)$/, '')
    .replace(/\/\([^/]+\)/g, '');
  return (fill ? address.replace(/\[[^\]]+\]/g, 'nothing-here') : address) || '/';
}

function brackets(path: string) {
  return path.split('[').length;
}

function methodsOf(file: string) {
  const source = readFileSync(file, 'utf8');
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) =>
    new RegExp(`export (async )?(function|const) ${method}\\b|export \\{[^}]*\\b${method}\\b[^}]*\\}`).test(source),
  );
  return methods.length > 0 ? methods : ['GET'];
}
