/* N threads, each K times: lock, read, write one more, unlock. */
#ifndef N
#define N 6
#endif
#ifndef K
#define K 1
#endif

bool locked;
byte counter;

proctype thread() {
  byte read, calls;
  do
  :: calls < K ->
    atomic { !locked -> locked = true }
    read = counter;
    counter = read + 1;
    locked = false;
    calls++
  :: else -> break
  od
}

init {
  byte i;
  atomic {
    do
    :: i < N -> run thread(); i++
    :: else -> break
    od
  }
}
