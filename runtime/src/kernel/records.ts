import type { Creation, Handle, Maker, Names } from '../effects/index.ts';
import type { DeviceModel } from './device.ts';
import { CALLOUT_WORDS, CONTEXT_WORDS, HEADER, LINE_WORDS } from './layout.ts';

export type RecordKind = Creation['kind'] | 'thread' | 'line';

/** One named thing of the machine, the same under every schedule. */
export interface KernelRecord {
  readonly kind: RecordKind;
  /** `A/0/2`: the third thing that A's first call made. */
  readonly name: string;
  /** Where its words are in the state. */
  readonly slot: number;
  readonly creation?: Creation;
  /** Readable: `disk.busy`. Set once setup is over; until then and for later ones, the class or kind with the name. */
  label: string;
}

/** All named things seen so far, in any state. Slots are given when a name is first seen. */
export class Records implements Names {
  readonly all: (KernelRecord | undefined)[] = [undefined];
  /** How many words the longest state has. */
  width = HEADER;
  readonly #byName = new Map<string, Handle>();
  readonly #owned = new Map<Handle, readonly Handle[]>();
  readonly #wordsOf: (creation: Creation) => number;
  readonly #threadWords: number;

  /** @param buffers whether threads have store buffers */
  constructor(
    models: Readonly<Record<string, DeviceModel>>,
    configOf: (creation: Creation) => unknown,
    buffers = false,
  ) {
    this.#threadWords = CONTEXT_WORDS + (buffers ? 1 : 0);
    this.#wordsOf = (creation) => {
      if (creation.kind === 'callout') return CALLOUT_WORDS;
      return creation.kind === 'device' ? (models[creation.model]?.words(configOf(creation)) ?? 0) : 1;
    };
  }

  handle(maker: Maker, index: number, creation: Creation): Handle {
    const whose = creation.private === undefined ? '' : ` ${creation.private}`;
    const name = `${maker.context}/${maker.call}/${maker.made + index}${sort(creation)}${whose}`;
    return this.#byName.get(name) ?? this.#add(creation.kind, name, this.#wordsOf(creation), creation);
  }

  /** The handle of a thread or line that the machine itself makes. */
  own(kind: 'thread' | 'line', name: string): Handle {
    const words = kind === 'thread' ? this.#threadWords : LINE_WORDS;
    // A line and the context of its handler have one name.
    return this.#byName.get(`${kind} ${name}`) ?? this.#add(kind, `${kind} ${name}`, words);
  }

  /** The record, or undefined where a guest sent a number that is none of ours. */
  get(handle: Handle): KernelRecord | undefined {
    return this.all[handle];
  }

  /** The record of a handle that the machine itself gave out. */
  must(handle: Handle): KernelRecord {
    const record = this.all[handle];
    if (!record) throw new Error(`internal bug: no record ${handle}`);
    return record;
  }

  /** Gives a record the name that a person knows it by. */
  rename(handle: Handle, label: string): void {
    const record = this.all[handle];
    if (record) record.label = label;
  }

  /** The cells that are fields of an object: they go with it. */
  ownedBy(object: Handle): readonly Handle[] {
    return this.#owned.get(object) ?? [];
  }

  /** Says that a cell is a field of an object. */
  adopt(object: Handle, cell: Handle): void {
    this.#owned.set(object, [...this.ownedBy(object), cell]);
  }

  #add(kind: RecordKind, name: string, words: number, creation?: Creation): Handle {
    const label = creation?.kind === 'object' ? creation.className : creation ? `${kind} ${name}` : name;
    this.all.push({ kind, name, slot: this.width, label, ...(creation && { creation }) });
    this.width += words;
    this.#byName.set(name, this.all.length - 1);
    return this.all.length - 1;
  }
}

/** What else tells records of one name apart: a history takes a handle for an identity, so another kind of thing needs another one. */
function sort(creation: Creation): string {
  switch (creation.kind) {
    case 'cell':
      return ` ${creation.cell}`;
    case 'mutex':
      return creation.recursive ? ' recursive mutex' : ' mutex';
    case 'spinLock':
      return ' spin lock';
    case 'callout':
      return ` callout ${creation.runs}`;
    case 'object':
      return ` ${creation.className} ${creation.class} ${creation.fields}`;
    case 'device':
      return ` ${creation.model} ${creation.config}`;
  }
}
