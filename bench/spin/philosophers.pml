/* N philosophers, each once: take the left fork, take the right one, put both back. */
#ifndef N
#define N 10
#endif

bool taken[N];

proctype philosopher(byte i) {
  atomic { !taken[i] -> taken[i] = true }
  atomic { !taken[(i + 1) % N] -> taken[(i + 1) % N] = true }
  taken[(i + 1) % N] = false;
  taken[i] = false
}

init {
  byte i;
  atomic {
    do
    :: i < N -> run philosopher(i); i++
    :: else -> break
    od
  }
}
