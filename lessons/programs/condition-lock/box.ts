import { IOConditionLock, type Op } from 'workloop';

const EMPTY = 0;
const FULL = 1;

export class Box {
  private readonly state = IOConditionLock.withCondition(EMPTY, false);

  *waitUntilFull(): Op {
    yield* this.state.lockWhen(FULL);
    yield* this.state.unlock();
  }

  // #region fill
  *fill(): Op {
    yield* this.state.lock();
    yield* this.state.setCondition(FULL);
    yield* this.state.unlock();
  }
  // #endregion
}
