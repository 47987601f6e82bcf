package speedup.ui.concept;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import speedup.concept.StageState;
import speedup.concept.StageState.Actor;
import speedup.concept.StageState.Kind;
import speedup.concept.StageState.Pace;
import speedup.concept.StageState.Phase;
import speedup.concept.StageState.SharedThing;

/** States of stages, for drawings. */
final class States {
  private States() {}

  static Actor actor(String name, Phase phase, String object, String call) {
    return new Actor(name, 41_234, false, phase, "TakeBoth", 12, object, call, 0, "", "");
  }

  static SharedThing lock(String name, List<String> holders, List<String> waiting) {
    return new SharedThing(
        name, Kind.LOCK, holders.isEmpty() ? "free" : "held", List.of(), 0, holders, waiting);
  }

  static SharedThing thing(String name, Kind kind, String value, List<String> items, int capacity) {
    return new SharedThing(name, kind, value, items, capacity, List.of(), List.of());
  }

  static StageState stage(List<Actor> actors, List<SharedThing> objects) {
    return new StageState(
        "lock", "normal", Pace.HELD, actors, objects, List.of(), List.of(), 0, Optional.empty());
  }

  /** Two processes that wait for each other. */
  static StageState deadlock() {
    return stage(
        List.of(
            actor("worker 1", Phase.BLOCKED, "right", "acquire()"),
            actor("worker 2", Phase.BLOCKED, "left", "acquire()")),
        List.of(
            lock("left", List.of("worker 1"), List.of("worker 2")),
            lock("right", List.of("worker 2"), List.of("worker 1"))));
  }

  /** So many processes at one lock, and what they count. */
  static StageState crowd(int count) {
    var actors = new ArrayList<Actor>();
    var waiting = new ArrayList<String>();
    for (var i = 1; i <= count; i++) {
      var name = "worker " + i;
      var phase = Phase.values()[i % Phase.values().length];
      var over = phase == Phase.ENDED || phase == Phase.FAILED || phase == Phase.DIED;
      actors.add(actor(name, phase, over ? "" : "lock", over ? "" : "acquire()"));
      if (phase == Phase.BLOCKED) {
        waiting.add(name);
      }
    }
    return stage(
        actors,
        List.of(
            thing("counter", Kind.MEMORY, "11873", List.of(), 0),
            lock("lock", List.of("worker 1"), waiting)));
  }

  /** One object of each kind. */
  static StageState everyKind() {
    return stage(
        List.of(
            actor("parent", Phase.HELD, "flag", "set()"),
            actor("producer", Phase.RUNS, "queue", "put(16)"),
            actor("consumer", Phase.BLOCKED, "meeting", "await()"),
            actor("database user 3", Phase.DIED, "", "")),
        List.of(
            lock("lock", List.of(), List.of()),
            new SharedThing(
                "places", Kind.SEMAPHORE, "1 free", List.of(), 2, List.of("producer"), List.of()),
            thing("flag", Kind.FLAG, "up", List.of(), 0),
            thing(
                "queue",
                Kind.CHANNEL,
                "7 items",
                List.of("1", "4", "9", "16", "25", "36", "49", "sentinel", "64", "81"),
                0),
            thing("array", Kind.MEMORY, "int[5]", List.of("2", "3", "4", "5", "6"), 5),
            new SharedThing(
                "meeting",
                Kind.BARRIER,
                "1 of 3 here",
                List.of(),
                3,
                List.of(),
                List.of("consumer")),
            thing("changed", Kind.CONDITION, "", List.of(), 0),
            thing(
                "manager",
                Kind.SERVER,
                "2 objects",
                List.of("list [0, 1, 2, 3, 4]", "dict {a=1, b=2}"),
                0),
            thing(
                "file",
                Kind.FILE,
                "3 lines",
                List.of("worker 1 was here", "worker 2 was here", "worker 3 was here"),
                0),
            thing("pool", Kind.POOL, "3 workers", List.of("cube 1", "cube 2", "cube 3"), 3)));
  }
}
