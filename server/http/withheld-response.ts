import type { ServerResponse } from 'node:http';

type Callback = () => void;

/**
 * Keeps back an answer that turns out to be one which somebody else words better: nothing of it leaves.
 * `giveBack` gives the response back and says whether it is still to be answered. Who wrote the answer hears that it is
 * out when the other one is, so `ended` tells when nothing more comes.
 */
export function withholdAnswer(response: ServerResponse, isOurs: (status: number) => boolean) {
  const { write, end, writeHead, flushHeaders } = response;
  let isWithheld = false;
  const ended = Promise.withResolvers<void>();
  const withhold = (status = response.statusCode) => {
    isWithheld ||= !response.headersSent && isOurs(status);
    return isWithheld;
  };
  const callBack = (args: unknown[]) => {
    const callback = args.find((each): each is Callback => typeof each === 'function');
    if (callback) queueMicrotask(callback);
  };
  Object.assign(response, {
    writeHead: (...args: Parameters<typeof writeHead>) =>
      withhold(args[0]) ? response : writeHead.apply(response, args),
    flushHeaders: () => void (withhold() || flushHeaders.call(response)),
    write: (...args: Parameters<typeof write>) => {
      if (!withhold()) return write.apply(response, args);
      callBack(args);
      return true;
    },
    end: (...args: Parameters<typeof end>) => {
      if (!withhold()) return end.apply(response, args);
      callBack(args);
      ended.resolve();
      return response;
    },
  });
  const giveBack = () => {
    Object.assign(response, { write, end, writeHead, flushHeaders });
    return isWithheld;
  };
  return { ended: ended.promise, giveBack };
}
