import type { Limits } from '../effects/program.ts';
import type { Handle } from '../effects/value.ts';
import type { Wire } from '../effects/wire.ts';
import { Alive } from './alive.ts';
import { askAgent, refuseMemory } from './connection.ts';
import { ProgramFault } from './program-fault.ts';
import type { AgentRequest } from './realm/agent.ts';
import type { HistoryWire, Root, Told } from './realm/history.ts';
import type { Ending, Reply } from './realm/reply.ts';
import type { Blueprint } from './realm/stand-ins.ts';
import type { Realm } from './realm.ts';

type HistoryReply = Reply & Omit<HistoryWire, 'said'>;

/** A history, or all those that end at one place. Its question is asked once. */
export interface Node {
  readonly id: number;
  readonly root: Root;
  /** What places of this history are named after: the procedure and its object, or the call, or the one thing that it asks. */
  readonly owner: string;
  /** The first history that led here: the one before, and its answer. */
  readonly parent: Node | undefined;
  readonly told: Told | undefined;
  readonly depth: number;
  readonly reply: HistoryReply;
  readonly children: Map<string, Reached>;
}

/** What an answer led to. What was logged on the way belongs to the answer. */
export interface Reached {
  readonly node: Node;
  readonly log: readonly Wire[];
}

/** The histories of a program, each asked once: nodes named by (root, answers) or by (procedure, place, locals). */
export class HistoryTree {
  readonly #realm: Realm;
  readonly #limits: Limits;
  readonly #roots = new Map<string, Reached>();
  readonly #places = new Map<string, Node>();
  readonly #nodes: Node[] = [];
  readonly #blueprints = new Map<Handle, string>();
  #introductions: Record<Handle, Blueprint> = {};
  readonly #alive = new Alive<Node>();
  #questions = 0;
  #replayed = 0;

  constructor(realm: Realm, limits: Limits) {
    this.#realm = realm;
    this.#limits = limits;
  }

  get questions(): number {
    return this.#questions;
  }

  /** Tells the realm, with the next question, what a handle is that it may meet. */
  introduce(handle: Handle, blueprint: Blueprint): void {
    const text = JSON.stringify(blueprint);
    if (this.#blueprints.get(handle) === text) return;
    this.#blueprints.set(handle, text);
    this.#introductions[handle] = blueprint;
  }

  start(root: Root): Reached {
    const key = JSON.stringify(root);
    let reached = this.#roots.get(key);
    if (!reached) this.#roots.set(key, (reached = this.#ask(root, undefined, undefined)));
    return reached;
  }

  /** `key` is the answer's identity. */
  next(node: Node, key: string, told: Told): Reached {
    let reached = node.children.get(key);
    if (!reached) node.children.set(key, (reached = this.#ask(node.root, node, told)));
    return reached;
  }

  /** Asks every history that ends once more, the last first: one that ends otherwise has state that nobody sees. */
  audit(): void {
    for (const node of this.#nodes.toReversed()) {
      if (goesOn(node.reply.ending)) continue;
      const reply = this.#request({ do: 'ask', root: node.root, answers: toldTo(node) });
      if (JSON.stringify(reply.ending) !== JSON.stringify(node.reply.ending)) throw stateful(node.reply);
    }
  }

  #ask(root: Root, parent: Node | undefined, told: Told | undefined): Reached {
    if (++this.#questions > this.#limits.questions)
      throw new ProgramFault('too-many-histories', 'too-many-questions', {}, parent?.reply.frames[0]);
    const depth = parent ? parent.depth + 1 : 0;
    if (depth > this.#limits.history)
      throw new ProgramFault('too-many-histories', 'history-too-long', {}, parent?.reply.frames[0]);
    const answers = parent && told ? [...toldTo(parent), told] : [];
    const going = parent && told ? this.#goOn(parent, told) : undefined;
    const [number, reply] = going ?? this.#replay(root, answers, parent);
    if (parent && reply.before !== parent.reply.trail) throw stateful(parent.reply);
    if (isForgotten(reply.ending)) {
      const { frames } = this.#request({ do: 'ask', root, answers, explain: true });
      return this.#reached(root, parent, told, depth, { ...reply, frames });
    }
    const reached = this.#reached(root, parent, told, depth, reply);
    if (goesOn(reply.ending)) this.#alive.keep(reached.node, number);
    return reached;
  }

  #reached(
    root: Root,
    parent: Node | undefined,
    told: Told | undefined,
    depth: number,
    reply: HistoryReply,
  ): Reached {
    // what asks one thing and returns the answer is the same whoever's call it is
    const operation = reply.alone && JSON.stringify([reply.ending, reply.created]);
    const owner = operation ?? parent?.owner ?? ownerOf(root);
    const name = operation ?? (reply.place === undefined ? undefined : `${owner}|${reply.place}`);
    const known = name === undefined ? undefined : this.#places.get(name);
    if (known) {
      if (!sameEnding(known.reply.ending, reply.ending)) throw stateful(reply);
      return { node: known, log: reply.log };
    }
    const node = { id: this.#nodes.length, root, owner, parent, told, depth, reply, children: new Map() };
    this.#nodes.push(node);
    if (name !== undefined) this.#places.set(name, node);
    return { node, log: reply.log };
  }

  /**
   * One step on, where a history of this name is alive. It need not be the name's first: all of a name do the same from there on, and
   * `trail` says what the first said.
   */
  #goOn(node: Node, told: Told): [number, HistoryReply] | undefined {
    const number = this.#alive.take(node);
    if (number === undefined) return undefined;
    const { trail } = node.reply;
    return [number, this.#request({ do: 'next', number, trail, ...told })];
  }

  #replay(root: Root, answers: readonly Told[], parent: Node | undefined): [number, HistoryReply] {
    this.#replayed += answers.length;
    if (this.#replayed > this.#limits.replayedEffects)
      throw new ProgramFault('too-many-histories', 'too-many-passes', {}, parent?.reply.frames[0]);
    const number = this.#alive.next();
    return [number, this.#request({ do: 'ask', root, answers, number })];
  }

  #request(request: Extract<AgentRequest, { readonly do: 'ask' | 'next' }>): HistoryReply {
    const objects = this.#introductions;
    this.#introductions = {};
    const { said, ...summed } = askAgent<HistoryWire>(this.#realm, { ...request, objects });
    const [ending, created, log] = said;
    refuseMemory(ending);
    return { ending, created, log, ...summed };
  }
}

/** The answers of a node's first history. */
function toldTo(node: Node): Told[] {
  const told: Told[] = [];
  for (let at: Node | undefined = node; at; at = at.parent) if (at.told) told.push(at.told);
  return told.reverse();
}

/** Locals do not say what `this` is. */
const ownerOf = (root: Root): string =>
  'call' in root ? `call ${root.call}` : `${root.procedure} ${JSON.stringify(root.self)}`;

/** An operation that nobody ran: only its making says where. */
const isForgotten = (ending: Ending): boolean =>
  'effect' in ending && ending.effect['code'] === 'operation-not-run';

/** Whether a history goes on behind it. */
const goesOn = (ending: Ending): boolean => 'effect' in ending || 'call' in ending;

const sameEnding = (a: Ending, b: Ending): boolean => JSON.stringify(a) === JSON.stringify(b);

function stateful({ frames: [frame] }: HistoryReply): ProgramFault {
  return new ProgramFault('stateful', 'hidden-state', {}, frame);
}
