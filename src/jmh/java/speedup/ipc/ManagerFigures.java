package speedup.ipc;

import java.util.Map;
import speedup.bench.Figure;
import speedup.manager.Manager;

/** A map that a manager serves from a process of its own. */
final class ManagerFigures {
  private static final int TURNS = 20_000;
  private static final int KEYS = 64;

  private ManagerFigures() {}

  static void print() throws Exception {
    try (var manager = Manager.start()) {
      Map<Integer, Integer> shared = manager.map();
      Figure.print("manager, dict set", TURNS / Partner.alone(() -> write(shared)), "turns/s");
      Figure.print("manager, dict get", TURNS / Partner.alone(() -> read(shared)), "turns/s");
    }
  }

  private static void write(Map<Integer, Integer> shared) {
    for (var i = 0; i < TURNS; i++) {
      shared.put(i % KEYS, i);
    }
  }

  private static void read(Map<Integer, Integer> shared) {
    for (var i = 0; i < TURNS; i++) {
      if (shared.get(i % KEYS) % KEYS != i % KEYS) {
        throw new IllegalStateException("another key's value");
      }
    }
  }
}
