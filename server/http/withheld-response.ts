import type { ServerResponse } from 'node:http';

type Callback = () => void;

const describingContent = ['content-type', 'content-length', 'content-encoding', 'etag', 'vary'];

/**
 * `release` tells whether the response is withheld, to be replaced or, by `resend`, sent as it was; `ended` resolves once
 * it is complete.
 */
export function withholdResponse(response: ServerResponse, isOurs: (status: number) => boolean) {
  const { write, end, writeHead, flushHeaders } = response;
  let isWithheld = false;
  let isReleased = false;
  const ended = Promise.withResolvers<void>();
  const chunks: Buffer[] = [];
  let head: Parameters<typeof writeHead> | null = null;
  const shouldWithhold = (status = response.statusCode) => {
    isWithheld ||= !response.headersSent && isOurs(status);
    // Whoever wrapped the response meanwhile may put these functions back.
    return isWithheld && !isReleased;
  };
  const take = ([chunk, encoding]: unknown[]) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, encodingOf(encoding)));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const callBack = (args: unknown[]) => {
    const callback = args.find((each): each is Callback => typeof each === 'function');
    if (callback) queueMicrotask(callback);
  };
  Object.assign(response, {
    writeHead: (...args: Parameters<typeof writeHead>) => {
      if (!shouldWithhold(args[0])) return writeHead.apply(response, args);
      head = args;
      return response;
    },
    flushHeaders: () => void (shouldWithhold() || flushHeaders.call(response)),
    write: (...args: Parameters<typeof write>) => {
      if (!shouldWithhold()) return write.apply(response, args);
      take(args);
      callBack(args);
      return true;
    },
    end: (...args: Parameters<typeof end>) => {
      if (!shouldWithhold()) return end.apply(response, args);
      take(args);
      callBack(args);
      ended.resolve();
      return response;
    },
  });
  const release = () => {
    isReleased = true;
    Object.assign(response, { write, end, writeHead, flushHeaders });
    return isWithheld;
  };
  const body = () => Buffer.concat(chunks);
  const resend = () => {
    if (head) response.writeHead(...head);
    response.end(body());
  };
  return { ended: ended.promise, release, body, resend };
}

function encodingOf(value: unknown) {
  return typeof value === 'string' && Buffer.isEncoding(value) ? value : 'utf8';
}

/** Removes what was said of content that is not sent. */
export function removeContentHeaders(response: ServerResponse) {
  for (const name of describingContent) response.removeHeader(name);
}
