/** A list of 32-bit integers that grows. */
export class Ints {
  data: Int32Array;
  length = 0;

  constructor(capacity = 1024) {
    this.data = new Int32Array(capacity);
  }

  push(value: number): void {
    this.set(this.length, value);
  }

  /** Writes at an index, which may lie behind the end; zeros fill the gap. */
  set(index: number, value: number): void {
    if (index >= this.data.length) {
      const larger = new Int32Array(Math.max(index + 1, this.data.length * 2));
      larger.set(this.data);
      this.data = larger;
    }
    this.data[index] = value;
    if (index >= this.length) this.length = index + 1;
  }
}
