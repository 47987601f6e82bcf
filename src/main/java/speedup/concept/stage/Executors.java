package speedup.concept.stage;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import speedup.concept.Concept;
import speedup.concept.StageBuilder;
import speedup.concept.script.PowersAsCompleted;
import speedup.concept.script.PowersInChunks;
import speedup.concept.script.SubmitOne;
import speedup.pool.ProcessExecutor;

/** Tasks are handed over one by one; each gives a future. */
public final class Executors implements Concept {
  /** Processes may take their time to come up on a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int USUAL = 3;
  private static final String POWERS = "[1, 2, 4, 8, 16, 32, 64, 128, 256, 512]";

  @Override
  public String id() {
    return "executor";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        new Variant(NORMAL, false), new Variant("submit", false), new Variant("map", false));
  }

  @Override
  public void build(StageBuilder stage, String variant) {
    stage.patience(PATIENCE);
    var pool = stage.pool(stage.actors().orElse(USUAL));
    Answers.draw(stage, "executor", pool);
    var executor = pool.executor();
    switch (variant) {
      case "submit" ->
          stage.parent(
              "parent",
              new SubmitOne(
                  executor,
                  Answers.one(stage, "done-at-once", "false"),
                  Answers.one(stage, "power", "512")));
      case "map" -> map(stage, executor);
      default -> asCompleted(stage, executor);
    }
  }

  private static void asCompleted(StageBuilder stage, ProcessExecutor executor) {
    var came = new CopyOnWriteArrayList<Integer>();
    Answers.draw(stage, "completed", came);
    stage.figure("powers", POWERS, () -> came.stream().sorted().toList().toString());
    stage.figure("order", "", came::toString);
    stage.parent("parent", new PowersAsCompleted(executor, came));
  }

  private static void map(StageBuilder stage, ProcessExecutor executor) {
    var came = new CopyOnWriteArrayList<PowersInChunks.Power>();
    Answers.draw(stage, "results", came);
    stage.figure(
        "powers", POWERS, () -> came.stream().map(PowersInChunks.Power::value).toList().toString());
    stage.figure(
        "processes",
        "<= 2",
        () -> Long.toString(processes(came)),
        text -> text.equals("1") || text.equals("2"));
    stage.parent("parent", new PowersInChunks(executor, came));
  }

  private static long processes(List<PowersInChunks.Power> came) {
    return came.stream().map(PowersInChunks.Power::process).distinct().count();
  }
}
