package speedup.concept.stage;

import java.time.Duration;
import java.util.List;
import speedup.concept.Concept;
import speedup.concept.StageBuilder;
import speedup.concept.StageBuilder.Look;
import speedup.concept.StageState.Kind;
import speedup.concept.script.ChangeBefore;
import speedup.concept.script.ChangeShared;
import speedup.concept.script.ChangeStatic;
import speedup.concept.script.Counter;
import speedup.concept.script.LookAfter;
import speedup.concept.script.LookAtShared;
import speedup.concept.script.ReadStatic;
import speedup.ipc.SharedValue;

/** Every process has memory of its own: a variable of one is not that of another. */
public final class Isolation implements Concept {
  /** A process may take its time to come up on a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String CHILD = "in-child";
  private static final String PARENT = "in-parent";

  @Override
  public String id() {
    return "isolation";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        new Variant(NORMAL, false), new Variant("before", true), new Variant("shared", false));
  }

  @Override
  public void build(StageBuilder stage, String variant) {
    stage.patience(PATIENCE);
    switch (variant) {
      case "before" -> before(stage);
      case "shared" -> shared(stage);
      default -> after(stage);
    }
  }

  private static void after(StageBuilder stage) {
    drawStatic(stage);
    stage.parent(
        "parent",
        new LookAfter(
            stage.child("child", new ChangeStatic()),
            Answers.one(stage, CHILD, "99"),
            Answers.one(stage, PARENT, "0")));
  }

  /** Expected is what it would have to be if a child had the parent's variables. */
  private static void before(StageBuilder stage) {
    drawStatic(stage);
    stage.parent(
        "parent",
        new ChangeBefore(
            stage.child("child", new ReadStatic()),
            Answers.one(stage, CHILD, "7"),
            Answers.one(stage, PARENT, "7")));
  }

  /** That of the app's own process, which is the parent. */
  private static void drawStatic(StageBuilder stage) {
    stage.object("Counter", Kind.MEMORY, () -> Look.of(Counter.number));
  }

  private static void shared(StageBuilder stage) {
    var number = stage.closing(SharedValue.ofInt(0));
    stage.object("number", Kind.MEMORY, () -> Look.of(number.get()));
    stage.parent(
        "parent",
        new LookAtShared(
            stage.child("child", new ChangeShared(number)),
            number,
            Answers.one(stage, CHILD, "99"),
            Answers.one(stage, PARENT, "99")));
  }
}
