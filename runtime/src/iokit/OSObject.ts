import { ask, create, type Op } from '../effects/index.ts';

/**
 * An object of the kernel: it lives until its last reference is released. It is born with one.
 *
 * Fields are written in `setup`, or while the object is made; what changes later is a `cell`.
 *
 * @see OSObject in XNU
 * @example
 * class Fan extends OSObject {
 *   readonly rpm = cell(1200);
 * }
 * const fan = new Fan();
 * yield* fan.rpm.get(); // 1200
 */
export class OSObject {
  constructor() {
    create(this, { type: 'create', kind: 'object' });
  }

  /**
   * Takes one more reference.
   *
   * Panics if the object is freed, or being freed.
   * @see OSObject::retain in XNU
   * @example
   * const event = new OSObject();
   * yield* event.retain();
   * yield* event.release();
   * yield* event.release();
   * yield* event.retain(); // use after free
   */
  retain(): Op {
    return ask({ type: 'retain', object: this });
  }

  /**
   * Gives one reference back. The last one frees the object: `free()` runs on this thread, with the locks it holds. Does nothing while the
   * object is being freed.
   *
   * Panics if the object is freed.
   * @see OSObject::release in XNU
   * @example
   * const event = new OSObject();
   * yield* event.release();
   * yield* event.release(); // use after free
   */
  *release(): Op {
    if (yield* ask<boolean>({ type: 'release', object: this })) yield* this.free();
  }

  /**
   * Gives back what the object holds, then its memory; override it and end with `yield* super.free()`. Never call it: `release()` does.
   *
   * @see OSObject::free in XNU
   * @internal
   * @example
   * class Fan extends OSObject {
   *   readonly lock = IOLockAlloc();
   *   override *free(): Op {
   *     yield* IOLockFree(this.lock);
   *     yield* super.free();
   *   }
   * }
   * const fan = new Fan();
   * yield* fan.release();
   * yield* IOLockLock(fan.lock); // panics: "Invalid/destroyed mutex"
   */
  *free(): Op {
    yield* ask({ type: 'freed', object: this });
  }
}
