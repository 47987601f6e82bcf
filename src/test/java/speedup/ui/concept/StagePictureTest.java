package speedup.ui.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.concept.StageState;
import speedup.concept.StageState.Kind;
import speedup.concept.StageState.Outcome;
import speedup.concept.StageState.Pace;
import speedup.concept.StageState.Phase;
import speedup.plot.ChartTheme;
import speedup.plot.ImageSurface;
import speedup.plot.SvgSurface;
import speedup.ui.Messages;
import speedup.ui.concept.StageArrows.Arrow;
import speedup.ui.concept.StageArrows.Why;
import speedup.ui.concept.StagePlan.Box;

/** A stage is drawn without a window. */
class StagePictureTest {
  private static final Path FOLDER = Path.of("target", "screens", "concepts");

  private static void write(StageState state, String name, int width, int height)
      throws IOException {
    Files.createDirectories(FOLDER);
    for (var theme : List.of(ChartTheme.LIGHT, ChartTheme.DARK)) {
      var image = ImageSurface.of(new StagePicture(state), theme, width, height, 1);
      var file = name + (theme == ChartTheme.LIGHT ? "-light.png" : "-dark.png");
      assertTrue(ImageIO.write(image, "png", FOLDER.resolve(file).toFile()));
    }
  }

  static Stream<StageState> states() {
    return Stream.of(
        States.deadlock(),
        States.everyKind(),
        States.crowd(1),
        States.crowd(5),
        States.crowd(13),
        States.crowd(64),
        States.stage(List.of(), List.of()),
        States.stage(List.of(States.actor("alone", Phase.RUNS, "", "")), List.of()));
  }

  @Test
  void isDrawnInBothLooks() throws IOException {
    write(States.deadlock(), "deadlock", 700, 360);
    write(States.everyKind(), "every-kind", 1000, 640);
    write(States.crowd(5), "five", 700, 380);
    write(States.crowd(64), "crowd", 700, 620);
    write(States.crowd(13), "thirteen", 700, 360);
  }

  @Test
  void namesEveryProcessObjectAndStateAsText() {
    var svg = SvgSurface.of(new StagePicture(States.everyKind()), ChartTheme.LIGHT, 1400, 900);
    for (var words :
        List.of(
            "producer",
            "pid 41234",
            "queue.put(16)",
            "held before",
            "waiting in",
            "died",
            "1 taken: producer",
            "worker 1 was here",
            "sentinel",
            "1 of 3 here")) {
      assertTrue(svg.contains(words), words);
    }
  }

  @Test
  void everythingThatAStageCanBeHasItsWords() {
    var keys = new ArrayList<String>();
    Stream.of(Kind.values()).forEach(each -> keys.add("concept.kind." + each));
    Stream.of(Phase.values()).forEach(each -> keys.add("concept.phase." + each));
    Stream.of(Outcome.values()).forEach(each -> keys.add("concept.outcome." + each));
    Stream.of(Pace.values()).forEach(each -> keys.add("concept.pace." + each));
    for (var key : keys) {
      assertFalse(Messages.get(key.toLowerCase(Locale.ROOT)).isBlank(), key);
    }
  }

  @Test
  void findsTheCircleOfWaitingProcesses() {
    var cycle = Cycle.in(States.deadlock()).orElseThrow();

    assertEquals(2, cycle.links().size());
    assertEquals(
        "Deadlock: worker 1 waits for right, held by worker 2;"
            + " worker 2 waits for left, held by worker 1.",
        cycle.inWords());
    var arrows = StageArrows.of(States.deadlock(), Optional.of(cycle));
    assertEquals(4, arrows.size());
    assertTrue(arrows.stream().allMatch(Arrow::inCycle));
    assertTrue(new StagePicture(States.deadlock()).spoken().startsWith("Deadlock: "));
    assertEquals(Optional.empty(), Cycle.in(States.crowd(5)));
  }

  @Test
  void findsTheProcessThatWaitsForItsOwnLock() {
    var state =
        States.stage(
            List.of(States.actor("worker 1", Phase.BLOCKED, "lock", "acquire()")),
            List.of(States.lock("lock", List.of("worker 1"), List.of("worker 1"))));

    assertEquals(
        List.of(new Cycle.Link("worker 1", "lock")), Cycle.in(state).orElseThrow().links());
  }

  @Test
  void aCircleThatHasEndedStaysDrawn() {
    var after =
        States.stage(
            List.of(
                States.actor("worker 1", Phase.ENDED, "", ""),
                States.actor("worker 2", Phase.FAILED, "", "")),
            List.of(
                States.lock("left", List.of(), List.of()),
                States.lock("right", List.of(), List.of())));

    assertEquals(4, StageArrows.of(after, Cycle.in(States.deadlock())).size());
    assertEquals(0, StageArrows.of(after, Optional.empty()).size());
  }

  @Test
  void arrowsTellWhoHoldsWhoWaitsAndWhoComesNext() {
    var state =
        States.stage(
            List.of(
                States.actor("a", Phase.HELD, "lock", "release()"),
                States.actor("b", Phase.BLOCKED, "lock", "acquire()"),
                States.actor("c", Phase.HELD, "lock", "acquire()"),
                States.actor("d", Phase.HELD, "a", "join()")),
            List.of(States.lock("lock", List.of("a"), List.of("b"))));

    assertEquals(
        List.of(
            new Arrow("a", "lock", Why.HOLDS, false),
            new Arrow("b", "lock", Why.WAITS, false),
            new Arrow("c", "lock", Why.USES, false),
            new Arrow("d", "a", Why.USES, false)),
        StageArrows.of(state, Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("states")
  void nothingLiesOnAnythingElse(StageState state) {
    for (var width : new int[] {320, 700, 1400}) {
      var height = StagePlan.heightNeeded(state, width, 1, false);
      var plan = StagePlan.of(state, width, height, 1, false);
      var boxes = new ArrayList<>(plan.actors().values());
      boxes.addAll(plan.objects().values());
      assertEquals(state.actors().size() + state.objects().size(), boxes.size());
      for (var i = 0; i < boxes.size(); i++) {
        assertTrue(boxes.get(i).x() >= 0 && boxes.get(i).right() <= width, boxes::toString);
        assertTrue(boxes.get(i).y() >= 0 && boxes.get(i).bottom() <= height + 1, boxes::toString);
        for (var j = 0; j < i; j++) {
          assertFalse(overlap(boxes.get(i), boxes.get(j)), boxes::toString);
        }
      }
    }
  }

  private static boolean overlap(Box one, Box other) {
    return one.x() < other.right()
        && other.x() < one.right()
        && one.y() < other.bottom()
        && other.y() < one.bottom();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 8})
  void fewProcessesAreReadFromThreeMetres(int count) {
    var state = States.crowd(count);
    var height = StagePlan.heightNeeded(state, 640, 1, true);

    assertTrue(StagePlan.of(state, 640, height, 1, true).text() >= 18);
    assertTrue(
        StagePlan.of(state, 1280, StagePlan.heightNeeded(state, 1280, 2, true), 2, true).text()
            >= 36);
  }
}
