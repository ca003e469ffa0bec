import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

type Zone = Record<string, { TXT?: string[]; A?: string[]; AAAA?: string[]; MX?: string[]; fails?: true }>;

const types = { A: 1, MX: 15, TXT: 16, AAAA: 28 } as const;
const NXDOMAIN = 3;
const SERVFAIL = 2;

/** A DNS server of this machine that knows these names alone, until the test ends; returns its address and what was asked. */
export async function startDns(zone: Zone) {
  const asked: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (message, { address, port }) => {
    const { name, type, question } = readQuestion(message);
    asked.push(name);
    const entry = zone[name];
    const kind = (Object.keys(types) as (keyof typeof types)[]).find((each) => types[each] === type);
    const answers = (kind && entry?.[kind] ? entry[kind] : []).map((value) => answer(type, encoded(kind!, value)));
    const code = entry?.fails ? SERVFAIL : entry ? 0 : NXDOMAIN;
    const header = Buffer.from([message[0]!, message[1]!, 0x81, 0x80 | code, 0, 1, 0, answers.length, 0, 0, 0, 0]);
    socket.send(Buffer.concat([header, question, ...answers]), port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => socket.close(() => resolve())));
  return { server: `127.0.0.1:${(socket.address() as AddressInfo).port}`, asked };
}

function readQuestion(message: Buffer) {
  const labels: string[] = [];
  let at = 12;
  while (message[at] !== 0) {
    const length = message[at]!;
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  return {
    name: labels.join('.').toLowerCase(),
    type: message.readUInt16BE(at + 1),
    question: message.subarray(12, at + 5),
  };
}

function answer(type: number, data: Buffer) {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function encoded(kind: keyof typeof types, value: string): Buffer {
  if (kind === 'TXT') {
    const parts = value.match(/[^]{1,255}/g) ?? [''];
    return Buffer.concat(parts.flatMap((part) => [Buffer.from([part.length]), Buffer.from(part, 'latin1')]));
  }
  if (kind === 'MX') return Buffer.concat([Buffer.from([0, 10]), encodedName(value)]);
  if (kind === 'A') return Buffer.from(value.split('.').map(Number));
  const [head = [], tail = []] = value.split('::').map((side) => side.split(':').filter(Boolean));
  const groups = [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail];
  return Buffer.from(groups.map((group) => group.padStart(4, '0')).join(''), 'hex');
}

function encodedName(name: string) {
  const labels = name.split('.').flatMap((label) => [Buffer.from([label.length]), Buffer.from(label, 'latin1')]);
  return Buffer.concat([...labels, Buffer.from([0])]);
}
