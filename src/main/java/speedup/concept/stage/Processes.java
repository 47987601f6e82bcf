package speedup.concept.stage;

import java.time.Duration;
import java.util.List;
import speedup.concept.Concept;
import speedup.concept.StageBuilder;
import speedup.concept.StageBuilder.Look;
import speedup.concept.StageState.Kind;
import speedup.concept.script.CountPrimes;
import speedup.concept.script.GoOn;
import speedup.concept.script.Greet;
import speedup.concept.script.KillIt;
import speedup.concept.script.StartAndJoin;
import speedup.concept.script.StartTwo;
import speedup.concept.script.TakeTime;
import speedup.concept.script.TerminateIt;
import speedup.concept.script.TerminateLate;
import speedup.ipc.ProcessEvent;

/** One process starts others, waits for them, ends them and asks how they ended. */
public final class Processes implements Concept {
  /** A process may take its time to come up on a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration AWHILE = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofSeconds(8);
  private static final int LIMIT = 2_000_000;
  private static final String PRIMES = "148933";

  @Override
  public String id() {
    return "process";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        new Variant(NORMAL, false),
        new Variant("go-on", false),
        new Variant("two", false),
        new Variant("terminate", false),
        new Variant("terminate-late", false),
        new Variant("kill", false));
  }

  @Override
  public void build(StageBuilder stage, String variant) {
    stage.patience(PATIENCE);
    switch (variant) {
      case "go-on" -> goOn(stage);
      case "two" -> two(stage);
      case "terminate", "kill" -> end(stage, variant);
      case "terminate-late" -> terminateLate(stage);
      default -> normal(stage);
    }
  }

  private static void normal(StageBuilder stage) {
    stage.parent(
        "parent",
        new StartAndJoin(
            stage.child("child", new Greet("Ada")),
            Answers.one(stage, "printed", "Hello, Ada"),
            Answers.one(stage, "alive-before", "true"),
            Answers.one(stage, "alive-after", "false"),
            Answers.one(stage, "exit-code", "0")));
  }

  private static void goOn(StageBuilder stage) {
    stage.parent(
        "parent",
        new GoOn(
            stage.child("child", new CountPrimes(LIMIT)),
            Answers.one(stage, "primes", PRIMES),
            Answers.ownRounds(stage)));
  }

  private static void two(StageBuilder stage) {
    var aWorks = working(stage, "aWorks");
    var bWorks = working(stage, "bWorks");
    stage.parent(
        "parent",
        new StartTwo(
            stage.child("a", new TakeTime("a", "aWorks", aWorks, AWHILE)),
            stage.child("b", new TakeTime("b", "bWorks", bWorks, AWHILE)),
            aWorks,
            bWorks,
            Answers.seconds(stage, "≈ 2", 1.5, 3)));
  }

  /** The exit codes are those of systems that have signals: Linux and macOS. */
  private static void end(StageBuilder stage, String how) {
    var working = working(stage, "working");
    var child = stage.child("child", new TakeTime("child", "working", working, LONG));
    if (how.equals("kill")) {
      stage.parent("parent", new KillIt(child, working, Answers.one(stage, "exit-code", "-9")));
    } else {
      stage.parent(
          "parent", new TerminateIt(child, working, Answers.one(stage, "exit-code", "-15")));
    }
  }

  private static void terminateLate(StageBuilder stage) {
    stage.parent(
        "parent",
        new TerminateLate(
            stage.child("child", new Greet("Ada")),
            Answers.one(stage, "printed", "Hello, Ada"),
            Answers.one(stage, "exit-code", "0")));
  }

  private static ProcessEvent working(StageBuilder stage, String name) {
    var working = stage.closing(new ProcessEvent());
    stage.object(name, Kind.FLAG, () -> Look.of(working.isSet() ? "set" : "not set"));
    return working;
  }
}
