import { request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { expect } from 'vitest';

type Part = string | Buffer;
export type Sent = { method?: string; headers?: OutgoingHttpHeaders; parts?: Part[]; isChunked?: boolean };
type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

/** Sends it exactly so; with `isChunked` without saying how long it is. */
export function sendTo(
  url: string,
  path: string,
  { method = 'POST', headers = {}, parts = [], isChunked = false }: Sent = {},
) {
  const { hostname, port } = new URL(url);
  const length = parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
  const framing = isChunked || method !== 'POST' ? {} : { 'content-length': length };
  return new Promise<Answer>((resolve, reject) => {
    const asking = httpRequest({ hostname, port, path, method, headers: { ...framing, ...headers }, agent: false });
    asking.on('response', (response) => {
      let body = '';
      response.on('data', (chunk) => (body += String(chunk)));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asking.on('error', reject);
    for (const part of parts) asking.write(part);
    asking.end();
  });
}

export function formOf(fields: Iterable<readonly [string, string]>, boundary = 'edge') {
  const lines = [...fields].map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { type: `multipart/form-data; boundary=${boundary}`, text: `${lines.join('')}--${boundary}--\r\n` };
}

export const manyFields = (count: number) => formOf(Array.from({ length: count }, (_, i) => [`f${i}`, ''] as const));
export const page = expect.stringMatching(/^<!doctype html>[\s\S]*<h1>[\s\S]*Go to the home page/) as string;

let openSockets = 0;

/** How many connections of sendPieces are open. */
export const openSocketCount = () => openSockets;

/** Writes the pieces as they are and answers with all that came back until the connection ended. */
export function sendPieces(url: string, pieces: string[]) {
  const { hostname, port } = new URL(url);
  return new Promise<string>((resolve) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => {
      openSockets += 1;
      for (const piece of pieces) socket.write(piece, 'latin1');
    });
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.on('error', () => {});
    socket.on('close', () => {
      openSockets -= 1;
      resolve(answer);
    });
  });
}
