package speedup.concept.stage;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import speedup.concept.Concept;
import speedup.concept.Script;
import speedup.concept.StageBuilder;
import speedup.concept.StageBuilder.Look;
import speedup.concept.StageState.Kind;
import speedup.concept.script.ComeLate;
import speedup.concept.script.ForgetFlag;
import speedup.concept.script.SetAndClear;
import speedup.concept.script.SetFlag;
import speedup.concept.script.WaitForFlag;
import speedup.ipc.ProcessEvent;
import speedup.ipc.SharedArray;
import speedup.ipc.SharedLongArray;

/** One flag, many waiters. */
public final class Events implements Concept {
  private static final int USUAL = 3;
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATE = Duration.ofSeconds(2);
  private static final long NOT_RELEASED = -1;

  @Override
  public String id() {
    return "event";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        new Variant(NORMAL, false),
        new Variant("late", false),
        new Variant("cleared", true),
        new Variant("never-set", true));
  }

  @Override
  public void build(StageBuilder stage, String variant) {
    var actors = stage.actors().orElse(USUAL);
    var flag = stage.closing(new ProcessEvent());
    var waited = stage.closing(SharedArray.ofLong(actors));
    waited.fill(NOT_RELEASED);
    stage.object("flag", Kind.FLAG, () -> Look.of(flag.isSet() ? "set" : "not set"));
    stage.parent("parent", parent(variant, flag));
    var lastIsLate = variant.equals("late") || variant.equals("cleared");
    for (var i = 0; i < actors; i++) {
      var name = "worker " + (i + 1);
      stage.actor(
          name,
          lastIsLate && i == actors - 1
              ? new ComeLate(name, LATE, flag, waited, i)
              : new WaitForFlag(flag, waited, i));
    }
    stage.figure("released", Integer.toString(actors), () -> Long.toString(released(waited)));
    stage.figure("shortest", "", () -> seconds(Arrays.stream(waited.toArray()).min().orElse(0)));
    stage.figure("longest", "", () -> seconds(Arrays.stream(waited.toArray()).max().orElse(0)));
    if (variant.equals(NORMAL)) {
      stage.patience(FIRST.multipliedBy(2)); // all wait for two seconds, and are not stuck
    }
  }

  private static Script parent(String variant, ProcessEvent flag) {
    return switch (variant) {
      case "late" -> new SetFlag(flag, SOON);
      case "cleared" -> new SetAndClear(flag, SOON);
      case "never-set" -> new ForgetFlag(SOON);
      default -> new SetFlag(flag, FIRST);
    };
  }

  private static long released(SharedLongArray waited) {
    return Arrays.stream(waited.toArray()).filter(millis -> millis != NOT_RELEASED).count();
  }

  private static String seconds(long millis) {
    return millis == NOT_RELEASED ? "-" : String.format(Locale.ROOT, "%.1f", millis / 1e3);
  }
}
