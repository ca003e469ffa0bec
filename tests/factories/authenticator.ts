import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

type Place = { origin: string; rpId: string };
type Asked = { challenge: string };
type Changes = Partial<Place> & { challenge?: string; counter?: number; isVerified?: boolean };

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const ATTESTED = 0x40;

/** A device that keeps one passkey, as browsers and security keys do; each answer can be made wrong in one way. */
export function newAuthenticator(place: Place) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  let counter = 0;

  const dataFor = ({ rpId = place.rpId, isVerified = true, ...changes }: Changes, attested: Buffer | null) => {
    const flags = USER_PRESENT | (isVerified ? USER_VERIFIED : 0) | (attested ? ATTESTED : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(changes.counter ?? (counter += 1));
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, attested ?? Buffer.alloc(0)]);
  };
  const clientData = (type: string, { challenge }: Asked, changes: Changes) =>
    Buffer.from(
      JSON.stringify({ type, challenge: changes.challenge ?? challenge, origin: changes.origin ?? place.origin }),
    );
  const answer = (response: object) =>
    JSON.stringify({ id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {}, response });

  return {
    /** The answer to a request for a new passkey. */
    create: (asked: Asked, changes: Changes = {}) => {
      const length = Buffer.from([0, id.length]);
      const authData = dataFor(changes, Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey)]));
      const attestation = isoCBOR.encode(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', new Uint8Array(authData)],
        ]) as never,
      );
      return answer({
        clientDataJSON: text(clientData('webauthn.create', asked, changes)),
        attestationObject: text(Buffer.from(attestation)),
        transports: ['internal'],
      });
    },
    /** The answer to a request to use it. */
    use: (asked: Asked, changes: Changes = {}) => {
      const [data, authData] = [clientData('webauthn.get', asked, changes), dataFor(changes, null)];
      const signature = createSign('sha256')
        .update(Buffer.concat([authData, sha256(data)]))
        .sign(privateKey);
      return answer({ clientDataJSON: text(data), authenticatorData: text(authData), signature: text(signature) });
    },
  };
}

function coseKey(key: KeyObject) {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const parts = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
    [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
  ]);
  return Buffer.from(isoCBOR.encode(parts as never));
}

function sha256(data: string | Buffer) {
  return createHash('sha256').update(data).digest();
}

function text(bytes: Buffer) {
  return bytes.toString('base64url');
}
