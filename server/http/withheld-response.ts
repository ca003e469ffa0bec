import type { ServerResponse } from 'node:http';

type Callback = () => void;

const describingContent = ['content-type', 'content-length', 'content-encoding', 'etag', 'vary'];

/** `release` tells whether the response is to be replaced; `ended` resolves once it is complete. */
export function withholdResponse(response: ServerResponse, isOurs: (status: number) => boolean) {
  const { write, end, writeHead, flushHeaders } = response;
  let isWithheld = false;
  const ended = Promise.withResolvers<void>();
  const shouldWithhold = (status = response.statusCode) => {
    isWithheld ||= !response.headersSent && isOurs(status);
    return isWithheld;
  };
  const callBack = (args: unknown[]) => {
    const callback = args.find((each): each is Callback => typeof each === 'function');
    if (callback) queueMicrotask(callback);
  };
  Object.assign(response, {
    writeHead: (...args: Parameters<typeof writeHead>) =>
      shouldWithhold(args[0]) ? response : writeHead.apply(response, args),
    flushHeaders: () => void (shouldWithhold() || flushHeaders.call(response)),
    write: (...args: Parameters<typeof write>) => {
      if (!shouldWithhold()) return write.apply(response, args);
      callBack(args);
      return true;
    },
    end: (...args: Parameters<typeof end>) => {
      if (!shouldWithhold()) return end.apply(response, args);
      callBack(args);
      ended.resolve();
      return response;
    },
  });
  const release = () => {
    Object.assign(response, { write, end, writeHead, flushHeaders });
    return isWithheld;
  };
  return { ended: ended.promise, release };
}

/** Removes what was said of content that is not sent. */
export function removeContentHeaders(response: ServerResponse) {
  for (const name of describingContent) response.removeHeader(name);
}
