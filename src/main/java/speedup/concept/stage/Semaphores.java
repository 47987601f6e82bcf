package speedup.concept.stage;

import java.time.Duration;
import java.util.List;
import speedup.concept.Concept;
import speedup.concept.StageBuilder;
import speedup.concept.StageBuilder.Look;
import speedup.concept.StageState.Kind;
import speedup.concept.script.GiveTooMuch;
import speedup.concept.script.UseFreely;
import speedup.concept.script.UsePlace;
import speedup.ipc.ProcessSemaphore;
import speedup.ipc.SharedValue;

/** Bounded access: a database has places for two. */
public final class Semaphores implements Concept {
  private static final int PLACES = 2;
  private static final int FEW = 3;
  private static final int MANY = 5;
  private static final Duration QUERY = Duration.ofMillis(300);

  @Override
  public String id() {
    return "semaphore";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        new Variant(NORMAL, false),
        new Variant("five", false),
        new Variant("no-semaphore", true),
        new Variant("too-much", true));
  }

  @Override
  public void build(StageBuilder stage, String variant) {
    var actors = stage.actors().orElse(variant.equals(NORMAL) ? FEW : MANY);
    var places = stage.closing(new ProcessSemaphore(PLACES));
    var inside = stage.closing(SharedValue.ofInt(0));
    var most = stage.closing(SharedValue.ofInt(0));
    var asked = !variant.equals("no-semaphore");
    if (asked) {
      stage.object(
          "places",
          Kind.SEMAPHORE,
          () -> new Look(places.availablePermits() + " free", List.of(), PLACES));
    }
    stage.object("database", Kind.SERVER, () -> Look.of(inside.get() + " inside"));
    for (var i = 1; i <= actors; i++) {
      stage.actor(
          "worker " + i,
          switch (variant) {
            case "no-semaphore" -> new UseFreely(inside, most, QUERY);
            case "too-much" -> new GiveTooMuch(places, inside, most, QUERY);
            default -> new UsePlace(places, inside, most, QUERY);
          });
    }
    stage.figure(
        "most",
        "at most " + PLACES,
        () -> Integer.toString(most.get()),
        seen -> Integer.parseInt(seen) <= PLACES);
    if (asked) {
      stage.figure(
          "free", Integer.toString(PLACES), () -> Integer.toString(places.availablePermits()));
    }
  }
}
