package speedup.concept;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import speedup.bench.Figure;
import speedup.concept.StageState.Actor;
import speedup.concept.StageState.Pace;
import speedup.concept.StageState.Phase;
import speedup.measure.BackgroundLoad;
import speedup.pool.JvmLauncher;

/**
 * Measures how soon a stage is there and how soon it answers: all variants of all concepts, one
 * after the other, with the processes of the lab warm. A line a concept, milliseconds, median / p99
 * / longest (how many), the variant that began last, and what other programs took of the processors
 * meanwhile:
 *
 * <ul>
 *   <li>begun: from opening it until every process that begins by itself is held before its first
 *       operation
 *   <li>click: from letting an operation go until a state shows that it runs
 *   <li>next: from letting it go until its process is held again or over, of those operations that
 *       do not wait for others or take their time on purpose
 *   <li>close: until it has given everything back
 * </ul>
 *
 * <p>Exit code 1 when a target is missed. Arguments: rounds, and concepts to leave the others out.
 */
public final class StageBenchmark {
  private static final double BEGUN_MILLIS = 300;
  private static final double CLICK_MILLIS = 100;
  private static final int ROUNDS = 5;

  /** So many operations of each stage are let go. */
  private static final int CLICKS = 4;

  /** An operation that takes longer waits for somebody. */
  private static final long LONG_MILLIS = 500;

  private static final long PATIENCE_MILLIS = 60_000;

  private final ConceptLab lab = new ConceptLab(JvmLauncher.ofThisProcess(List.of()));
  private final List<Double> begun = new ArrayList<>();
  private String slowest = "";
  private final List<Double> clicks = new ArrayList<>();
  private final List<Double> nexts = new ArrayList<>();
  private final List<Double> closes = new ArrayList<>();

  private StageBenchmark() {}

  /** Prints the figures of all concepts, or of those that are named. */
  public static void main(String[] args) throws InterruptedException {
    var rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
    var named = List.of(args).subList(Math.min(1, args.length), args.length);
    var benchmark = new StageBenchmark();
    var missed = 0;
    try {
      benchmark.lab.warmUp();
      for (var concept : ConceptLab.concepts()) {
        if (named.isEmpty() || named.contains(concept.id())) {
          missed += benchmark.measure(concept, rounds) ? 0 : 1;
        }
      }
    } finally {
      benchmark.lab.close();
    }
    System.exit(missed == 0 ? 0 : 1);
  }

  private boolean measure(Concept concept, int rounds) throws InterruptedException {
    perform(concept, Concept.NORMAL); // its classes are there, and so are its processes
    List.of(begun, clicks, nexts, closes).forEach(List::clear);
    var before = load();
    for (var round = 0; round < rounds; round++) {
      for (var variant : concept.variants()) {
        perform(concept, variant.id());
      }
    }
    var good = max(begun) < BEGUN_MILLIS && max(clicks) < CLICK_MILLIS;
    System.out.printf(
        "%-20s begun %s %-14s  click %s  next %s  close %s  others %2.0f %%  %s%n",
        concept.id(),
        figures(begun),
        slowest,
        figures(clicks),
        figures(nexts),
        figures(closes),
        100 * before.shareUntil(load()).orElse(0),
        good ? "met" : "MISSED");
    return good;
  }

  private void perform(Concept concept, String variant) throws InterruptedException {
    awaitWarm();
    var start = System.nanoTime();
    var stage = lab.open(concept, variant, OptionalInt.empty(), Pace.HELD);
    var end = start;
    try (stage) {
      var there = millisUntil(stage, StageBenchmark::isBegun, start, PATIENCE_MILLIS).orElseThrow();
      slowest = there > max(begun) ? variant : slowest;
      begun.add(there);
      for (var click = 0; click < CLICKS; click++) {
        var held = stage.state().actors().stream().filter(StageBenchmark::isHeld).toList();
        if (!held.isEmpty()) {
          click(stage, held.get(click % held.size()).name());
        }
      }
      end = System.nanoTime();
    }
    closes.add((System.nanoTime() - end) / 1e6);
  }

  /** As when somebody has read what was there before. */
  private void awaitWarm() {
    var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (!lab.isWarm() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static BackgroundLoad load() {
    var ours = ProcessHandle.current().descendants().map(ProcessHandle::pid).toList();
    return BackgroundLoad.read(ours).orElse(new BackgroundLoad(0, 0, 0));
  }

  private void click(Stage stage, String actor) throws InterruptedException {
    var shown = new Shown(stage, state -> !isHeld(state.actor(actor).orElseThrow()));
    var start = System.nanoTime();
    stage.step(actor);
    clicks.add(shown.millisSince(start, PATIENCE_MILLIS).orElseThrow());
    millisUntil(stage, state -> isBack(state.actor(actor).orElseThrow()), start, LONG_MILLIS)
        .ifPresent(nexts::add);
  }

  /** One that a script starts later does not count. */
  private static boolean isBegun(StageState state) {
    var actors = state.actors();
    var waitsForParent = actors.stream().anyMatch(Actor::parent);
    return actors.stream()
        .allMatch(actor -> isBack(actor) || waitsForParent && isNotStarted(actor));
  }

  private static boolean isNotStarted(Actor actor) {
    return actor.phase() == Phase.WAITS_TO_START && !actor.parent() && actor.pid() < 0;
  }

  private static boolean isBack(Actor actor) {
    return isHeld(actor) || actor.over();
  }

  private static boolean isHeld(Actor actor) {
    return actor.phase() == Phase.HELD;
  }

  private static OptionalDouble millisUntil(
      Stage stage, Predicate<StageState> wanted, long start, long patience)
      throws InterruptedException {
    return new Shown(stage, wanted).millisSince(start, patience);
  }

  /** The moment of the first state that is as wanted, from now on. */
  private static final class Shown {
    private final CountDownLatch there = new CountDownLatch(1);
    private volatile long nanos;

    Shown(Stage stage, Predicate<StageState> wanted) {
      stage.onChange(state -> {
        if (there.getCount() > 0 && wanted.test(state)) {
          nanos = System.nanoTime();
          there.countDown();
        }
      });
    }

    /** Empty when it did not come in time. */
    OptionalDouble millisSince(long start, long patience) throws InterruptedException {
      return there.await(patience, TimeUnit.MILLISECONDS)
          ? OptionalDouble.of((nanos - start) / 1e6)
          : OptionalDouble.empty();
    }
  }

  private static double max(List<Double> values) {
    return quantile(values, 1);
  }

  private static double quantile(List<Double> values, double share) {
    var array = values.stream().mapToDouble(Double::doubleValue).toArray();
    return array.length == 0 ? 0 : Figure.quantile(array, share);
  }

  private static String figures(List<Double> values) {
    return "%4.0f /%4.0f /%5.0f (%3d)"
        .formatted(quantile(values, 0.5), quantile(values, 0.99), max(values), values.size());
  }
}
