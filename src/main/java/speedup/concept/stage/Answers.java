package speedup.concept.stage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import speedup.concept.StageBuilder;
import speedup.concept.StageBuilder.Look;
import speedup.concept.StageState.Kind;
import speedup.pool.ProcessPool;

/** What the scripts of the app's own process find out, as numbers of the stage. */
final class Answers {
  /** Shown until there is an answer. */
  static final String NONE = "–";

  private Answers() {}

  /** A number that a script sets. */
  static AtomicReference<Object> one(StageBuilder stage, String id, String expected) {
    return one(stage, id, expected, expected::equals);
  }

  /**
   * As {@link #one(StageBuilder, String, String)}.
   *
   * @param right whether its text is what it has to be
   */
  static AtomicReference<Object> one(
      StageBuilder stage, String id, String expected, Predicate<String> right) {
    var answer = new AtomicReference<Object>(NONE);
    stage.figure(id, expected, () -> text(answer.get()), right);
    return answer;
  }

  /** A time that a script sets, in seconds. */
  static AtomicReference<Object> seconds(
      StageBuilder stage, String expected, double least, double below) {
    return one(
        stage,
        "seconds",
        expected,
        text -> {
          if (text.equals(NONE)) {
            return false;
          }
          var seconds = Double.parseDouble(text);
          return seconds >= least && seconds < below;
        });
  }

  /** How often a script could go on meanwhile. */
  static AtomicReference<Object> ownRounds(StageBuilder stage) {
    return one(stage, "own-rounds", "> 0", text -> !text.equals(NONE) && Long.parseLong(text) > 0);
  }

  private static String text(Object answer) {
    return answer instanceof Double number
        ? String.format(Locale.ENGLISH, "%.2f", number)
        : String.valueOf(answer);
  }

  /** Draws a pool: its processes. */
  static void draw(StageBuilder stage, String name, ProcessPool pool) {
    stage.object(name, Kind.POOL, () -> look(pool));
  }

  private static Look look(ProcessPool pool) {
    var up = Arrays.stream(pool.pids()).filter(pid -> pid > 0).mapToObj(Long::toString);
    return new Look(pool.ready() + " / " + pool.workers(), up.toList(), pool.workers());
  }

  /** Draws results that come one by one. */
  static void draw(StageBuilder stage, String name, List<?> came) {
    stage.object(
        name,
        Kind.CHANNEL,
        () ->
            new Look(
                Integer.toString(came.size()), came.stream().map(String::valueOf).toList(), 0));
  }
}
