package speedup.concept.lesson;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.concept.ConceptLab;
import speedup.concept.StageState.Pace;
import speedup.workload.Settings;
import speedup.workload.Workload;
import speedup.workload.Workloads;

class LessonTest {
  private static final String STEP =
      """
      title=A lesson
      summary=About something
      1.title=First
      1.minutes=5
      1.do=Look
      1.notes=They should look
      """;

  static List<Lesson> lessons() {
    return Lesson.all();
  }

  @Test
  void thereIsAPathOfAboutNinetyMinutes() {
    var first = Lesson.all().getFirst();
    assertTrue(first.minutes() >= 80 && first.minutes() <= 100, () -> "" + first.minutes());
    assertTrue(first.steps().stream().anyMatch(step -> isStage(step)));
    assertTrue(first.steps().stream().anyMatch(step -> isWork(step)));
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void everyStageIsOneThatIsTaughtAndItsVariantIsThere(Lesson lesson) {
    for (var step : lesson.steps()) {
      if (step.setting() instanceof LessonStep.OnStage stage) {
        assertTrue(Coverage.CONCEPTS.contains(stage.concept()), stage.concept());
        ConceptLab.concept(stage.concept())
            .ifPresent(concept ->
                assertTrue(
                    concept.variants().stream().anyMatch(one -> one.id().equals(stage.variant())),
                    () -> stage.concept() + " has no variant " + stage.variant()));
      }
      step.quiz().ifPresent(quiz -> assertTrue(Quiz.concepts().contains(quiz), quiz));
    }
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void everyWorkloadIsThereAndTakesItsSettings(Lesson lesson) {
    for (var step : lesson.steps()) {
      if (step.setting() instanceof LessonStep.Work work) {
        var workload = workload(work.workload());
        assertDoesNotThrow(
            () -> Settings.of(workload.parameters(), work.settings()), work.workload());
      }
    }
  }

  private static Workload workload(String id) {
    return Workloads.all().stream()
        .filter(workload -> workload.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no workload " + id));
  }

  private static boolean isStage(LessonStep step) {
    return step.setting() instanceof LessonStep.OnStage;
  }

  private static boolean isWork(LessonStep step) {
    return step.setting() instanceof LessonStep.Work;
  }

  @Test
  void readsTalkStagesAndWorkloads() {
    var lesson =
        read(
            STEP
                + """
                2.title=Second
                2.minutes=7
                2.do=Watch
                2.notes=Stop in the middle
                2.stage=lock
                2.variant=no-lock
                2.pace=held
                2.actors=5
                2.quiz=lock
                3.title=Third
                3.minutes=8
                3.do=Run
                3.notes=Ask first
                3.workload=sleep
                3.set.tasks=5
                3.workers=3
                3.view=scaling
                """);
    assertEquals(20, lesson.minutes());
    assertInstanceOf(LessonStep.Talk.class, lesson.steps().get(0).setting());
    assertEquals(
        new LessonStep.OnStage("lock", "no-lock", Pace.HELD, OptionalInt.of(5)),
        lesson.steps().get(1).setting());
    assertEquals(Optional.of("lock"), lesson.steps().get(1).quiz());
    assertEquals(
        new LessonStep.Work(
            "sleep", Map.of("tasks", "5"), OptionalInt.of(3), LessonStep.WorkView.SCALING),
        lesson.steps().get(2).setting());
  }

  @Test
  void aStageIsShownAtFullSpeedAndAsItIsMeantUnlessSaidOtherwise() {
    assertEquals(
        new LessonStep.OnStage("lock", "normal", Pace.FREE, OptionalInt.empty()),
        read(STEP + "1.stage=lock\n").steps().getFirst().setting());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.pace=fast\n1.stage=lock",
        "1.pace=slow",
        "1.actors=1\n1.stage=lock",
        "1.workers=0\n1.workload=sleep",
        "1.view=film\n1.workload=sleep",
        "1.set.tasks=5",
        "1.workload=sleep\n1.stage=lock",
        "3.title=The second is missing"
      })
  void refusesWhatMakesNoSenseAndNamesIt(String lines) {
    var refused = assertThrows(LessonDataException.class, () -> read(STEP + lines + "\n"));
    var key = lines.substring(0, lines.indexOf('='));
    assertTrue(refused.getMessage().contains(key), refused.getMessage());
    assertTrue(refused.getMessage().startsWith("own.properties"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "summary", "1.title", "1.minutes", "1.do", "1.notes"})
  void refusesALessonThatIsNotWhole(String missing) {
    var text =
        STEP.lines().filter(line -> !line.startsWith(missing + "=")).reduce("", LessonTest::join);
    var refused = assertThrows(LessonDataException.class, () -> read(text));
    assertTrue(refused.getMessage().contains(missing), refused.getMessage());
  }

  private static String join(String before, String line) {
    return before + line + "\n";
  }

  private static Lesson read(String text) {
    return Lesson.read("own", text.getBytes(StandardCharsets.UTF_8));
  }
}
