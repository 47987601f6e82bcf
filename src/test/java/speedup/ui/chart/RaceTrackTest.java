package speedup.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedup.plot.ChartTheme.DARK;
import static speedup.plot.ChartTheme.LIGHT;

import java.util.List;
import java.util.Optional;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import speedup.measure.EngineKind;
import speedup.measure.Summary;
import speedup.plot.ChartTheme;

class RaceTrackTest {
  private static final double[] SEQUENTIAL = {3.42, 3.38, 3.55, 3.40, 3.44, 3.39, 3.61};
  private static final double[] PARALLEL = {1.83, 1.80, 1.95, 1.81, 1.84, 1.79, 2.02};

  private static EngineKind engine(String label) {
    return label.startsWith("sequential")
        ? EngineKind.SEQUENTIAL
        : label.endsWith("one lock")
            ? EngineKind.THREADS_ONE_LOCK
            : label.endsWith("threads") ? EngineKind.THREADS : EngineKind.PROCESSES;
  }

  private static RaceTrack.Bar done(String label, double... seconds) {
    var former = java.util.Arrays.stream(seconds).boxed().toList();
    return new RaceTrack.Bar(
        engine(label), label, seconds[0], false, 1, former, Optional.of(Summary.of(seconds)), 1.87);
  }

  private static RaceTrack.Bar running(String label, double seconds, double fraction) {
    return new RaceTrack.Bar(
        engine(label), label, seconds, true, fraction, List.of(), Optional.empty(), Double.NaN);
  }

  private static final RaceTrack.State DONE =
      new RaceTrack.State(
          done("sequential, 1 process", SEQUENTIAL), done("parallel, 2 workers", PARALLEL));
  private static final RaceTrack.State SLOWER =
      new RaceTrack.State(done("sequential, 1 process", 0.04), done("parallel, 2 workers", 0.25));
  private static final RaceTrack.State RUNNING =
      new RaceTrack.State(
          done("sequential, 1 process", 3.42), running("parallel, 4 workers", 1.07, 0.62));

  private static WritableImage picture(
      RaceTrack.State state, ChartTheme theme, double scale, int width, int height, String name) {
    return Screens.onFx(() -> {
      var track = new RaceTrack();
      track.setTheme(theme);
      track.setTextScale(scale);
      track.show(state);
      return Screens.picture(track, width, height, "race-" + name);
    });
  }

  @Test
  void drawsBothBarsOnOneAxis() {
    for (var theme : List.of(LIGHT, DARK)) {
      var name = theme == LIGHT ? "light" : "dark";
      var image = picture(DONE, theme, 1, 800, 200, "done-" + name);
      var sequential = Screens.count(image, theme.border(), 0, 20, 800, 80);
      var parallel = Screens.count(image, theme.compute());

      assertEquals(3.42 / 1.83, (double) sequential / parallel, 0.1);
      assertTrue(Screens.count(image, theme.done()) > 50, "the bracket of the saved time");
    }
  }

  @Test
  void givesEveryEngineABarInItsColour() {
    var four =
        new RaceTrack.State(
            List.of(
                done("sequential, 1 process", SEQUENTIAL),
                done("2 threads, one lock", 3.5),
                done("2 threads", 1.75),
                running("parallel, 2 processes", 1.07, 0.62)));
    for (var size : List.of(List.of(800, 140, 1), List.of(420, 140, 1), List.of(640, 280, 2))) {
      var width = size.get(0);
      var name = "four-" + width + "x" + size.get(1);
      var image = picture(four, LIGHT, size.get(2), width, size.get(1), name);
      var lock = Screens.count(image, LIGHT.engine(EngineKind.THREADS_ONE_LOCK));
      var free = Screens.count(image, LIGHT.engine(EngineKind.THREADS));

      assertEquals(2, (double) lock / free, 0.15);
      assertTrue(Screens.count(image, LIGHT.engine(EngineKind.PROCESSES)) > 0);
      assertEquals(
          size.get(1), Screens.count(image, LIGHT.background(), width - 1, 0, 1, size.get(1)));
    }
    picture(four, DARK, 1, 800, 140, "four-dark");
  }

  @Test
  void marksLostTimeWhenParallelIsSlower() {
    var image = picture(SLOWER, LIGHT, 1, 800, 200, "slower");

    assertTrue(Screens.count(image, LIGHT.lock()) > 50);
  }

  @Test
  void showsHowMuchOfARunningBarIsDone() {
    var early =
        picture(
            new RaceTrack.State(
                RaceTrack.Bar.waiting(EngineKind.SEQUENTIAL, "sequential"),
                running("parallel", 1, 0.1)),
            LIGHT,
            1,
            800,
            200,
            "running-early");
    var late = picture(RUNNING, DARK, 1, 800, 200, "running");

    assertTrue(Screens.count(early, LIGHT.compute()) > 0);
    assertTrue(Screens.count(late, DARK.compute()) > Screens.count(early, LIGHT.compute()));
  }

  @Test
  void fitsIntoSmallAndLargePlaces() {
    for (var size : List.of(List.of(300, 120, 1), List.of(1600, 500, 2), List.of(640, 352, 2))) {
      var width = size.get(0);
      var height = size.get(1);
      var image = picture(DONE, LIGHT, size.get(2), width, height, "done-" + width + "x" + height);

      assertTrue(Screens.count(image, LIGHT.compute()) > 500);
      assertEquals(height, Screens.count(image, LIGHT.background(), width - 1, 0, 1, height));
    }
  }

  @Test
  void saysWhatWillAppearWhileNothingRan() {
    var spoken =
        Screens.onFx(() -> {
          var track = new RaceTrack();
          track.show(
              new RaceTrack.State(
                  RaceTrack.Bar.waiting(EngineKind.SEQUENTIAL, "sequential"),
                  RaceTrack.Bar.waiting(EngineKind.PROCESSES, "parallel")));
          track.setPlaceholder("Press Run to race one process against two workers.");
          var image = Screens.picture(track, 800, 200, "race-empty");
          assertEquals(0, Screens.count(image, LIGHT.compute()));
          return track.getAccessibleText();
        });

    assertEquals("Nothing has run yet. Press Run to race one process against two workers.", spoken);
  }

  @Test
  void tellsTheSameNumbersAsText() {
    var table =
        Screens.onFx(() -> {
          var track = new RaceTrack();
          track.show(DONE);
          return track.table();
        });

    assertEquals(3, table.size());
    assertEquals("1.8300", table.get(2).get(1));
  }
}
