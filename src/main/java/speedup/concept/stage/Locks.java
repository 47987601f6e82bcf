package speedup.concept.stage;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import speedup.concept.Concept;
import speedup.concept.StageBuilder;
import speedup.concept.StageBuilder.Look;
import speedup.concept.StageState.Kind;
import speedup.concept.script.CountAlone;
import speedup.concept.script.CountNested;
import speedup.concept.script.CountTogether;
import speedup.concept.script.KillHolder;
import speedup.concept.script.MoveHalf;
import speedup.concept.script.PrintTogether;
import speedup.concept.script.TakeBoth;
import speedup.concept.script.TakeOver;
import speedup.concept.script.TimeLock;
import speedup.concept.script.WriteLines;
import speedup.concept.script.WriteLinesFreely;
import speedup.ipc.BaseLock;
import speedup.ipc.ProcessEvent;
import speedup.ipc.ProcessLock;
import speedup.ipc.ProcessQueue;
import speedup.ipc.ProcessRLock;
import speedup.ipc.SharedArray;
import speedup.ipc.SharedLongArray;
import speedup.ipc.SharedValue;

/** Mutual exclusion: one process at a time counts, writes, prints. */
public final class Locks implements Concept {
  private static final int ROUNDS = 10_000;
  private static final int NESTED_ROUNDS = 50;

  /** Of all processes together in one pass, when the time is taken. */
  private static final int TIMED_ROUNDS = 60_000;

  private static final int LINES = 20;
  private static final int LINES_OF_A_PRINT = 3;
  private static final int USUAL = 2;
  private static final int WRITERS = 5;

  @Override
  public String id() {
    return "lock";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        new Variant(NORMAL, false),
        new Variant("file", false),
        new Variant("print", false),
        new Variant("reentrant", false),
        new Variant("cost", false),
        new Variant("no-lock", true),
        new Variant("file-no-lock", true),
        new Variant("twice", true),
        new Variant("reversed", true),
        new Variant("killed-holder", true));
  }

  @Override
  public void build(StageBuilder stage, String variant) throws IOException {
    switch (variant) {
      case "file" -> file(stage, true);
      case "file-no-lock" -> file(stage, false);
      case "print" -> print(stage);
      case "reentrant" -> nested(stage, new ProcessRLock("lock"));
      case "twice" -> nested(stage, new ProcessLock("lock"));
      case "cost" -> cost(stage);
      case "reversed" -> reversed(stage);
      case "killed-holder" -> killedHolder(stage);
      default -> counting(stage, variant.equals(NORMAL));
    }
  }

  private static void counting(StageBuilder stage, boolean locked) {
    var actors = stage.actors().orElse(USUAL);
    var counter = stage.closing(SharedValue.ofInt(0));
    var lock = stage.closing(new ProcessLock("lock"));
    stage.object("counter", Kind.MEMORY, () -> Look.of(counter.get()));
    if (locked) {
      put(stage, lock);
    }
    for (var i = 1; i <= actors; i++) {
      stage.actor(
          "worker " + i,
          locked ? new CountTogether(lock, counter, ROUNDS) : new CountAlone(counter, ROUNDS));
    }
    stage.figure(
        "counted", Integer.toString(actors * ROUNDS), () -> Integer.toString(counter.get()));
  }

  private static void put(StageBuilder stage, BaseLock lock) {
    stage.object(lock.name(), Kind.LOCK, () -> Look.of(lock.isHeld() ? "held" : "free"));
  }

  private static void file(StageBuilder stage, boolean locked) throws IOException {
    var actors = stage.actors().orElse(WRITERS);
    var text = stage.closing(new SharedText());
    var lock = stage.closing(new ProcessLock("lock"));
    stage.object("file", Kind.FILE, () -> new Look(text.whole() + " lines", text.lastLines(), 0));
    if (locked) {
      put(stage, lock);
    }
    for (var i = 1; i <= actors; i++) {
      var name = "worker " + i;
      stage.actor(
          name,
          locked
              ? new WriteLines(lock, text.path(), name, LINES)
              : new WriteLinesFreely(text.path(), name, LINES));
    }
    stage.figure("whole", Integer.toString(actors * LINES), () -> Long.toString(text.whole()));
    stage.figure("mixed", "0", () -> Long.toString(text.mixed()));
  }

  private static void print(StageBuilder stage) {
    var actors = stage.actors().orElse(WRITERS);
    var lock = stage.closing(new ProcessLock("lock"));
    var printed = stage.closing(new ProcessQueue<String>());
    var screen = new Screen(printed);
    stage.object("screen", Kind.FILE, screen::look);
    put(stage, lock);
    for (var i = 1; i <= actors; i++) {
      var name = "worker " + i;
      stage.actor(name, new PrintTogether(lock, printed, name));
    }
    stage.figure(
        "together",
        Integer.toString(actors),
        () -> Integer.toString(screen.together(LINES_OF_A_PRINT)));
  }

  private static void nested(StageBuilder stage, BaseLock open) {
    var actors = stage.actors().orElse(USUAL);
    var lock = stage.closing(open);
    var counter = stage.closing(SharedValue.ofInt(0));
    stage.object("counter", Kind.MEMORY, () -> Look.of(counter.get()));
    put(stage, lock);
    for (var i = 1; i <= actors; i++) {
      stage.actor("worker " + i, new CountNested(lock, counter, NESTED_ROUNDS));
    }
    stage.figure(
        "counted", Integer.toString(actors * NESTED_ROUNDS), () -> Integer.toString(counter.get()));
  }

  private static void cost(StageBuilder stage) {
    var actors = stage.actors().orElse(USUAL);
    var rounds = TIMED_ROUNDS / actors;
    var lock = stage.closing(new ProcessLock("lock"));
    var counter = stage.closing(SharedValue.ofInt(0));
    var without = stage.closing(SharedArray.ofLong(actors));
    var with = stage.closing(SharedArray.ofLong(actors));
    stage.object("counter", Kind.MEMORY, () -> Look.of(counter.get()));
    put(stage, lock);
    for (var i = 1; i <= actors; i++) {
      stage.actor("worker " + i, new TimeLock(lock, counter, rounds, i - 1, without, with));
    }
    stage.figure("without", "", () -> nanosOfARound(without, rounds));
    stage.figure("with", "", () -> nanosOfARound(with, rounds));
    stage.figure(
        "factor",
        "more than 1",
        () -> decimal(longest(with) / Math.max(1.0, longest(without))),
        times -> Double.parseDouble(times) > 1);
  }

  private static String nanosOfARound(SharedLongArray nanos, int rounds) {
    return decimal((double) longest(nanos) / rounds);
  }

  private static long longest(SharedLongArray nanos) {
    return Arrays.stream(nanos.toArray()).max().orElse(0);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static void reversed(StageBuilder stage) {
    var left = stage.closing(new ProcessLock("left"));
    var right = stage.closing(new ProcessLock("right"));
    put(stage, left);
    put(stage, right);
    stage.actor("worker 1", new TakeBoth("left", left, "right", right));
    stage.actor("worker 2", new TakeBoth("right", right, "left", left));
  }

  private static void killedHolder(StageBuilder stage) {
    var lock = stage.closing(new ProcessLock("lock"));
    var accounts = stage.closing(SharedArray.of(new int[] {70, 30}));
    var halfway = stage.closing(new ProcessEvent());
    var abandoned = stage.closing(SharedValue.ofInt(0));
    stage.object(
        "accounts",
        Kind.MEMORY,
        () -> {
          var items = List.of("" + accounts.get(0), "" + accounts.get(1));
          return new Look("sum " + (accounts.get(0) + accounts.get(1)), items, 0);
        });
    put(stage, lock);
    stage.object("halfway", Kind.FLAG, () -> Look.of(halfway.isSet() ? "set" : "not set"));
    var work = stage.child("worker 1", new MoveHalf(lock, accounts, halfway));
    stage.parent("parent", new KillHolder(work, halfway));
    stage.actor("worker 2", new TakeOver(lock, accounts, halfway, abandoned));
    stage.figure("abandoned", "1", () -> Integer.toString(abandoned.get()));
    stage.figure("sum", "100", () -> Integer.toString(accounts.get(0) + accounts.get(1)));
  }
}
