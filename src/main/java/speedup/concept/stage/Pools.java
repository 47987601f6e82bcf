package speedup.concept.stage;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import speedup.concept.Concept;
import speedup.concept.StageBuilder;
import speedup.concept.script.AddPairs;
import speedup.concept.script.AsReady;
import speedup.concept.script.CubeLater;
import speedup.concept.script.CubeNow;
import speedup.concept.script.FiveCubes;
import speedup.concept.script.InOrder;
import speedup.concept.script.MapSquares;
import speedup.pool.ProcessPool;

/** A fixed number of worker processes share the tasks of one parent. */
public final class Pools implements Concept {
  /** Processes may take their time to come up on a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int USUAL = 3;

  @Override
  public String id() {
    return "pool";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        new Variant(NORMAL, false),
        new Variant("starmap", false),
        new Variant("apply", false),
        new Variant("apply-async", false),
        new Variant("imap", false),
        new Variant("imap-unordered", false),
        new Variant("five-cubes", false));
  }

  @Override
  public void build(StageBuilder stage, String variant) {
    stage.patience(PATIENCE);
    switch (variant) {
      case "imap" -> inOrder(stage);
      case "imap-unordered" -> asReady(stage);
      case "five-cubes" -> fiveCubes(stage);
      default -> atOnce(stage, variant, pool(stage, stage.actors().orElse(USUAL)));
    }
  }

  private static void atOnce(StageBuilder stage, String variant, ProcessPool pool) {
    switch (variant) {
      case "starmap" ->
          stage.parent("parent", new AddPairs(pool, Answers.one(stage, "sums", "[2, 4, 6, 8]")));
      case "apply" -> stage.parent("parent", new CubeNow(pool, Answers.one(stage, "cube", "27")));
      case "apply-async" ->
          stage.parent(
              "parent",
              new CubeLater(pool, Answers.one(stage, "cube", "27"), Answers.ownRounds(stage)));
      default -> {
        var squares = "[0, 1, 4, 9, 16, 25, 36, 49, 64, 81]";
        stage.parent("parent", new MapSquares(pool, Answers.one(stage, "squares", squares)));
      }
    }
  }

  private static void inOrder(StageBuilder stage) {
    var pool = pool(stage, USUAL);
    stage.parent("parent", new InOrder(pool, came(stage, "[5, 1, 3]")));
  }

  private static void asReady(StageBuilder stage) {
    var pool = pool(stage, USUAL);
    stage.parent("parent", new AsReady(pool, came(stage, "[1, 3, 5]")));
  }

  private static List<Integer> came(StageBuilder stage, String expected) {
    var came = new CopyOnWriteArrayList<Integer>();
    Answers.draw(stage, "results", came);
    stage.figure("order", expected, came::toString);
    return came;
  }

  private static void fiveCubes(StageBuilder stage) {
    stage.parent(
        "parent",
        new FiveCubes(
            pool(stage, USUAL),
            Answers.one(stage, "cubes", "[1, 8, 27, 64, 125]"),
            Answers.seconds(stage, "≈ 2", 2, 3)));
  }

  private static ProcessPool pool(StageBuilder stage, int workers) {
    var pool = stage.pool(workers);
    Answers.draw(stage, "pool", pool);
    return pool;
  }
}
