import { LRUCache } from 'lru-cache';

type Round<Member, Reply> = {
  awaited: Set<Member>;
  replies: Reply[];
  startedAt: number;
  timer: NodeJS.Timeout | undefined;
  finish: (replies: Reply[]) => void;
};

type Options<Member> = {
  /** After this time `onLate` is asked about each member that has not answered; without it there is no limit. */
  timeoutMs?: number;
  /** Whether to wait as long again. By default a late member is given up. */
  onLate?: (member: Member, startedAt: number) => boolean;
  /** How many rounds may be answered before the wait for them begins, where their ids come from elsewhere. */
  earlyRounds?: number;
};

/** Sends a message to every member and waits until all have answered, left or timed out. */
export class Broadcast<Member, Reply = void> {
  readonly #options: Options<Member>;
  readonly #rounds = new Map<number, Round<Member, Reply>>();
  readonly #early: LRUCache<number, Map<Member, Reply>> | null;
  #lastId = 0;

  constructor(options: Options<Member> = {}) {
    this.#options = options;
    this.#early = options.earlyRounds ? new LRUCache({ max: options.earlyRounds }) : null;
  }

  /** Resolves with the replies. Members that join later are not part of the round. */
  send(members: Iterable<Member>, notify: (member: Member, id: number) => void): Promise<Reply[]> {
    const id = ++this.#lastId;
    const all = [...members];
    const replies = this.wait(id, all);
    for (const member of all) notify(member, id);
    return replies;
  }

  /** Waits for a round that was sent by other means, with its own id. */
  wait(id: number, members: Iterable<Member>): Promise<Reply[]> {
    return new Promise((finish) => {
      const round = { awaited: new Set(members), replies: [], startedAt: performance.now(), timer: undefined, finish };
      this.#rounds.set(id, round);
      for (const [member, reply] of this.#early?.get(id) ?? []) this.#take(id, member, reply);
      this.#startTimer(id);
      this.#finishIfDone(id);
    });
  }

  acknowledge(id: number, member: Member, reply: Reply) {
    if (this.#rounds.has(id)) {
      this.#take(id, member, reply);
      this.#finishIfDone(id);
    } else if (this.#early) this.#early.set(id, (this.#early.get(id) ?? new Map()).set(member, reply));
  }

  leave(member: Member) {
    this.#drop((one) => one === member);
  }

  retain(live: ReadonlySet<Member>) {
    this.#drop((member) => !live.has(member));
  }

  late(ms: number): Member[] {
    const rounds = [...this.#rounds.values()].filter(({ startedAt }) => performance.now() - startedAt > ms);
    return [...new Set(rounds.flatMap(({ awaited }) => [...awaited]))];
  }

  /** Forgets all rounds without finishing them: their senders send again with new ids. */
  cancel() {
    for (const { timer } of this.#rounds.values()) clearTimeout(timer);
    this.#rounds.clear();
  }

  #take(id: number, member: Member, reply: Reply) {
    const round = this.#rounds.get(id);
    if (round?.awaited.delete(member)) round.replies.push(reply);
  }

  #drop(isGone: (member: Member) => boolean) {
    for (const [id, { awaited }] of this.#rounds) {
      for (const member of awaited) if (isGone(member)) awaited.delete(member);
      this.#finishIfDone(id);
    }
  }

  #startTimer(id: number) {
    const round = this.#rounds.get(id);
    const { timeoutMs } = this.#options;
    if (!round || timeoutMs === undefined) return;
    round.timer = setTimeout(() => this.#onTimeout(id), timeoutMs);
    round.timer.unref();
  }

  #onTimeout(id: number) {
    const round = this.#rounds.get(id);
    const { onLate } = this.#options;
    for (const member of round?.awaited ?? []) {
      if (!onLate?.(member, round!.startedAt)) round!.awaited.delete(member);
    }
    this.#startTimer(id);
    this.#finishIfDone(id);
  }

  #finishIfDone(id: number) {
    const round = this.#rounds.get(id);
    if (!round || round.awaited.size > 0) return;
    clearTimeout(round.timer);
    this.#rounds.delete(id);
    round.finish(round.replies);
  }
}
