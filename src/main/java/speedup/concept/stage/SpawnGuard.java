package speedup.concept.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import speedup.concept.Concept;
import speedup.concept.StageBuilder;
import speedup.concept.StageBuilder.Look;
import speedup.concept.StageState.Kind;
import speedup.concept.script.SayMain;
import speedup.concept.script.StartAgain;
import speedup.concept.script.StartAll;
import speedup.concept.script.StartFirst;
import speedup.ipc.ProcessQueue;
import speedup.ipc.SharedInt;
import speedup.ipc.SharedValue;
import speedup.pool.JvmLauncher;
import speedup.pool.task.TaskAction;

/** Why a child must not start the work of its parent again, and what stops one that does. */
public final class SpawnGuard implements Concept {
  /** Each process of the chain waits for all that come after it. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final int USUAL = 3;

  @Override
  public String id() {
    return "spawn-guard";
  }

  @Override
  public List<Variant> variants() {
    return List.of(new Variant(NORMAL, false), new Variant("recursive", true));
  }

  @Override
  public void build(StageBuilder stage, String variant) {
    stage.patience(PATIENCE);
    if (variant.equals(NORMAL)) {
      guarded(stage);
    } else {
      recursive(stage);
    }
  }

  private static void guarded(StageBuilder stage) {
    var children = stage.actors().orElse(USUAL);
    var begun = number(stage, "begun");
    var runs = number(stage, "runs");
    var programs = new ConcurrentSkipListSet<String>();
    var tasks = new ArrayList<TaskAction>();
    for (var i = 1; i <= children; i++) {
      tasks.add(stage.child("child " + i, new SayMain(begun)));
    }
    stage.figure("children", Integer.toString(children), () -> Integer.toString(begun.get()));
    stage.figure("parent-runs", "1", () -> Integer.toString(runs.get()));
    stage.figure("programs", "[speedup.worker.WorkerMain]", programs::toString);
    stage.parent("parent", new StartAll(tasks, runs, programs));
  }

  private static void recursive(StageBuilder stage) {
    var levels = number(stage, "levels");
    var errors = stage.closing(new ProcessQueue<String>());
    stage.object("errors", Kind.CHANNEL, () -> Look.of(errors.size()));
    var tasks = new ArrayList<TaskAction>();
    var again = new ArrayList<List<TaskAction>>();
    for (var i = 0; i <= JvmLauncher.MOST_DEPTH; i++) {
      var next = new ArrayList<TaskAction>(); // it cannot be made before this one
      var name = "child " + (i + 1);
      tasks.add(stage.child(name, new StartAgain("child " + (i + 2), next, levels, errors)));
      if (i > 0) {
        again.getLast().add(tasks.getLast());
      }
      again.add(next);
    }
    stage.figure(
        "levels", Integer.toString(JvmLauncher.MOST_DEPTH), () -> Integer.toString(levels.get()));
    var clear = JvmLauncher.MOST_DEPTH + " levels deep";
    var error = Answers.one(stage, "error", clear, text -> text.contains(clear));
    stage.parent("parent", new StartFirst(tasks.getFirst(), errors, error));
  }

  private static SharedInt number(StageBuilder stage, String name) {
    var number = stage.closing(SharedValue.ofInt(0));
    stage.object(name, Kind.MEMORY, () -> Look.of(number.get()));
    return number;
  }
}
