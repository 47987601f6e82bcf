package speedup.concept.stage;

import java.util.List;
import speedup.concept.Concept;
import speedup.concept.StageBuilder;
import speedup.concept.StageBuilder.Look;
import speedup.concept.StageState.Kind;
import speedup.concept.script.CountAlone;
import speedup.concept.script.CountTogether;
import speedup.concept.script.TakeBoth;
import speedup.ipc.ProcessLock;
import speedup.ipc.SharedValue;

/** Mutual exclusion: two processes count in the same memory. */
public final class Locks implements Concept {
  private static final int ROUNDS = 10_000;
  private static final int USUAL = 2;

  @Override
  public String id() {
    return "lock";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        new Variant(NORMAL, false), new Variant("no-lock", true), new Variant("reversed", true));
  }

  @Override
  public void build(StageBuilder stage, String variant) {
    if (variant.equals("reversed")) {
      reversed(stage);
      return;
    }
    var actors = stage.actors().orElse(USUAL);
    var counter = stage.closing(SharedValue.ofInt(0));
    var lock = stage.closing(new ProcessLock("lock"));
    stage.object("counter", Kind.MEMORY, () -> Look.of(counter.get()));
    var locked = variant.equals(NORMAL);
    if (locked) {
      stage.object("lock", Kind.LOCK, () -> Look.of(lock.isHeld() ? "held" : "free"));
    }
    for (var i = 1; i <= actors; i++) {
      stage.actor(
          "worker " + i,
          locked ? new CountTogether(lock, counter, ROUNDS) : new CountAlone(counter, ROUNDS));
    }
    stage.figure(
        "counted", Integer.toString(actors * ROUNDS), () -> Integer.toString(counter.get()));
  }

  private static void reversed(StageBuilder stage) {
    var left = stage.closing(new ProcessLock("left"));
    var right = stage.closing(new ProcessLock("right"));
    stage.object("left", Kind.LOCK, () -> Look.of(left.isHeld() ? "held" : "free"));
    stage.object("right", Kind.LOCK, () -> Look.of(right.isHeld() ? "held" : "free"));
    stage.actor("worker 1", new TakeBoth("left", left, "right", right));
    stage.actor("worker 2", new TakeBoth("right", right, "left", left));
  }
}
