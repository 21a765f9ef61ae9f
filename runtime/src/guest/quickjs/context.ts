import load from '@jitl/quickjs-wasmfile-release-sync/emscripten-module';

/** Where something of QuickJS is in its memory; 0 is nowhere. */
type Pointer = number;

/** What QuickJS's file has for its callers, and what of its loader is needed to call it. */
interface Loaded {
  callbacks: { shouldInterrupt(asyncify: undefined, runtime: Pointer): number };
  readonly HEAPU8: Uint8Array;
  lengthBytesUTF8(text: string): number;
  stringToUTF8(text: string, at: Pointer, size: number): void;
  UTF8ToString(at: Pointer): string;
  _malloc(size: number): Pointer;
  _free(at: Pointer): void;
  _QTS_NewRuntime(): Pointer;
  _QTS_NewContext(runtime: Pointer, intrinsics: number): Pointer;
  _QTS_RuntimeSetMaxStackSize(runtime: Pointer, bytes: number): void;
  _QTS_RuntimeEnableInterruptHandler(runtime: Pointer): void;
  _QTS_Eval(
    c: Pointer,
    text: Pointer,
    length: number,
    file: Pointer,
    isMaybeModule: number,
    flags: number,
  ): Pointer;
  _QTS_NewString(context: Pointer, text: Pointer): Pointer;
  _QTS_Call(context: Pointer, callee: Pointer, self: Pointer, count: number, list: Pointer): Pointer;
  _QTS_GetUndefined(): Pointer;
  _QTS_GetString(context: Pointer, value: Pointer): Pointer;
  _QTS_FreeCString(context: Pointer, text: Pointer): void;
  /** A copy of what was thrown, where a result says that something was. */
  _QTS_ResolveException(context: Pointer, result: Pointer): Pointer;
  _QTS_Dump(context: Pointer, value: Pointer): Pointer;
  _QTS_FreeValuePointer(context: Pointer, value: Pointer): void;
}

/** What a call of QuickJS came to. */
export type Result =
  { readonly text: string } | { readonly thrown: { readonly message?: string } | undefined };

const outOfMemory: Result = { thrown: { message: 'out of memory' } };

/** One QuickJS that holds one function from text to text. It calls QuickJS's own interface, for the package that wraps it is for all there is to do. */
export class Context {
  readonly #quickjs: Loaded;
  readonly #context: Pointer;
  #callee: Pointer = 0;

  private constructor(quickjs: Loaded, stack: number) {
    this.#quickjs = quickjs;
    const runtime = quickjs._QTS_NewRuntime();
    this.#context = quickjs._QTS_NewContext(runtime, 0);
    quickjs._QTS_RuntimeSetMaxStackSize(runtime, stack);
    quickjs._QTS_RuntimeEnableInterruptHandler(runtime);
  }

  /**
   * A context in a memory of its own.
   *
   * @param source an expression whose value is the function
   * @param options `stack`: bytes. `tick`: asked once in a while whether to break off
   */
  static async create(
    source: string,
    {
      wasmModule,
      memory,
      stack,
      tick,
    }: {
      readonly wasmModule: object;
      readonly memory: object;
      readonly stack: number;
      readonly tick: () => boolean;
    },
  ): Promise<Context> {
    const options = { wasmMemory: memory, instantiateWasm: instantiate(wasmModule) };
    const quickjs = (await load(options as never)) as unknown as Loaded;
    quickjs.callbacks = { shouldInterrupt: () => Number(tick()) };
    const context = new Context(quickjs, stack);
    context.#evaluate(source);
    return context;
  }

  /** Calls the function. */
  call(argument: string): Result {
    const { _QTS_NewString, _QTS_Call, _QTS_FreeValuePointer, _QTS_GetUndefined, _malloc, _free } =
      this.#quickjs;
    const text = this.#lend(argument, (at) => _QTS_NewString(this.#context, at));
    const list = _malloc(4);
    // What a program has filled is not written over: 0 is where there was no room.
    if (text === 0 || list === 0) return outOfMemory;
    new DataView(this.#quickjs.HEAPU8.buffer).setUint32(list, text, true);
    const result = _QTS_Call(this.#context, this.#callee, _QTS_GetUndefined(), 1, list);
    _free(list);
    _QTS_FreeValuePointer(this.#context, text);
    const thrown = this.#thrown(result);
    if (thrown) return thrown;
    const value = this.#take(this.#quickjs._QTS_GetString(this.#context, result));
    _QTS_FreeValuePointer(this.#context, result);
    return { text: value };
  }

  #evaluate(source: string): void {
    const length = this.#quickjs.lengthBytesUTF8(source);
    const result = this.#lend(source, (text) =>
      this.#lend('workloop', (file) => this.#quickjs._QTS_Eval(this.#context, text, length, file, 0, 0)),
    );
    const thrown = this.#thrown(result);
    if (thrown) throw new Error(`internal bug: the realm threw ${JSON.stringify(thrown)}`);
    this.#callee = result;
  }

  #thrown(result: Pointer): Exclude<Result, { text: string }> | undefined {
    const { _QTS_ResolveException, _QTS_FreeValuePointer, _QTS_Dump } = this.#quickjs;
    const thrown = _QTS_ResolveException(this.#context, result);
    if (thrown === 0) return undefined;
    _QTS_FreeValuePointer(this.#context, result);
    const text = this.#take(_QTS_Dump(this.#context, thrown));
    _QTS_FreeValuePointer(this.#context, thrown);
    try {
      return { thrown: JSON.parse(text) as { message?: string } };
    } catch {
      return { thrown: undefined };
    }
  }

  /** Text that is QuickJS's while a call lasts; 0 where there is no room for it. */
  #lend(text: string, use: (at: Pointer) => Pointer): Pointer {
    const { lengthBytesUTF8, stringToUTF8, _malloc, _free } = this.#quickjs;
    const size = lengthBytesUTF8(text) + 1;
    const at = _malloc(size);
    if (at === 0) return 0;
    stringToUTF8(text, at, size);
    const result = use(at);
    _free(at);
    return result;
  }

  /** Text that QuickJS gives away. */
  #take(at: Pointer): string {
    const text = this.#quickjs.UTF8ToString(at);
    this.#quickjs._QTS_FreeCString(this.#context, at);
    return text;
  }
}

declare const WebAssembly: {
  instantiate(module: object, imports: object): Promise<{ readonly exports: object }>;
};

/** Makes of a compiled module what QuickJS's loader would make of a file's address. */
const instantiate =
  (wasmModule: object) =>
  async (imports: object, done: (instance: object) => object): Promise<object> =>
    done(await WebAssembly.instantiate(wasmModule, imports));
