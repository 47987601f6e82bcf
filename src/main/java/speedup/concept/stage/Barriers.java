package speedup.concept.stage;

import java.time.Duration;
import java.util.List;
import speedup.concept.Concept;
import speedup.concept.StageBuilder;
import speedup.concept.StageBuilder.Look;
import speedup.concept.StageState.Kind;
import speedup.concept.script.Meet;
import speedup.concept.script.MeetAgain;
import speedup.concept.script.ResetBarrier;
import speedup.ipc.ProcessBarrier;
import speedup.ipc.ProcessEvent;
import speedup.ipc.ProcessSemaphore;
import speedup.ipc.SharedInt;
import speedup.ipc.SharedValue;

/** A meeting point of three processes. */
public final class Barriers implements Concept {
  private static final int USUAL = 3;
  private static final Duration LONGEST_WAY = Duration.ofMillis(900);
  private static final Duration TOO_LONG = Duration.ofMillis(1_500);

  @Override
  public String id() {
    return "barrier";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        new Variant(NORMAL, false), new Variant("reset", false), new Variant("missing", true));
  }

  @Override
  public void build(StageBuilder stage, String variant) {
    var parties = stage.actors().orElse(USUAL);
    var barrier = stage.closing(new ProcessBarrier(parties));
    stage.object("barrier", Kind.BARRIER, () -> look(barrier));
    var passed = stage.closing(SharedValue.ofInt(0));
    if (variant.equals("reset")) {
      reset(stage, barrier, passed);
    } else {
      meet(stage, barrier, variant.equals("missing") ? parties - 1 : parties, passed);
    }
    stage.figure("passed", Integer.toString(parties), () -> Integer.toString(passed.get()));
  }

  private static Look look(ProcessBarrier barrier) {
    var value =
        barrier.isBroken()
            ? "broken"
            : barrier.waitingParties() + " of " + barrier.parties() + " here";
    return new Look(value, List.of(), barrier.parties());
  }

  private static void meet(
      StageBuilder stage, ProcessBarrier barrier, int actors, SharedInt passed) {
    var arrived = stage.closing(SharedValue.ofInt(0));
    var early = stage.closing(SharedValue.ofInt(0));
    for (var i = 1; i <= actors; i++) {
      var name = "worker " + i;
      var way = LONGEST_WAY.multipliedBy(i).dividedBy(actors);
      stage.actor(name, new Meet(name, way, barrier, arrived, passed, early));
    }
    stage.figure(
        "arrived", Integer.toString(barrier.parties()), () -> Integer.toString(arrived.get()));
    stage.figure("early", "0", () -> Integer.toString(early.get()));
  }

  private static void reset(StageBuilder stage, ProcessBarrier barrier, SharedInt passed) {
    var parties = barrier.parties();
    var tried = stage.closing(new ProcessSemaphore(0));
    var again = stage.closing(new ProcessEvent());
    var broken = stage.closing(SharedValue.ofInt(0));
    stage.object("tried", Kind.SEMAPHORE, () -> Look.of(tried.availablePermits()));
    stage.object("again", Kind.FLAG, () -> Look.of(again.isSet() ? "set" : "not set"));
    stage.parent("parent", new ResetBarrier(barrier, tried, again));
    for (var i = 1; i <= parties; i++) {
      var name = "worker " + i;
      var way = i == parties ? TOO_LONG : Duration.ZERO;
      stage.actor(name, new MeetAgain(name, way, barrier, tried, again, broken, passed));
    }
    stage.figure("broken", Integer.toString(parties), () -> Integer.toString(broken.get()));
  }
}
