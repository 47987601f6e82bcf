package speedup.shm;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** The table of processes that use a region, in its header. Any thread. */
final class Users {
  private final MemorySegment memory;

  Users(MemorySegment memory) {
    this.memory = memory;
  }

  private static long at(int place) {
    return SharedHeader.USERS_AT + (long) place * Long.BYTES;
  }

  /**
   * Enters this process, in the place of a dead one where no other is free.
   *
   * @throws IOException when there are too many that live
   */
  void enter() throws IOException {
    var self = ProcessId.self();
    for (var orDead = 0; orDead < 2; orDead++) {
      for (var place = 0; place < SharedHeader.MOST_USERS; place++) {
        var user = Words.getLong(memory, at(place));
        var free = user == ProcessId.NOBODY || orDead == 1 && !ProcessId.isAlive(user);
        if (free && Words.casLong(memory, at(place), user, self)) {
          return;
        }
      }
    }
    throw new IOException(
        "more than %d processes use the same shared object".formatted(SharedHeader.MOST_USERS));
  }

  /** Takes this process out. */
  void leave() {
    forget(ProcessId.self());
  }

  /** Takes a process out. */
  void forget(long process) {
    for (var place = 0; place < SharedHeader.MOST_USERS; place++) {
      if (Words.casLong(memory, at(place), process, ProcessId.NOBODY)) {
        return;
      }
    }
  }

  /** Whether there is one that lives. */
  boolean anyAlive() {
    for (var place = 0; place < SharedHeader.MOST_USERS; place++) {
      if (ProcessId.isAlive(Words.getLong(memory, at(place)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a process is entered. */
  boolean has(long process) {
    for (var place = 0; place < SharedHeader.MOST_USERS; place++) {
      if (Words.getLong(memory, at(place)) == process) {
        return true;
      }
    }
    return false;
  }

  /** One that ended without leaving: it was killed, or halted; 0 when there is none. */
  long dead() {
    for (var place = 0; place < SharedHeader.MOST_USERS; place++) {
      var user = Words.getLong(memory, at(place));
      if (user != ProcessId.NOBODY && !ProcessId.isAlive(user)) {
        return user;
      }
    }
    return ProcessId.NOBODY;
  }
}
