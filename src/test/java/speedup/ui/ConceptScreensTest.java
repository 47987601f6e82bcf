package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedup.ui.ShownWindow.awaitTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import speedup.concept.Concept;
import speedup.concept.ConceptLab;
import speedup.concept.StageState;
import speedup.concept.StageState.Actor;
import speedup.concept.StageState.Pace;
import speedup.concept.StageState.Phase;
import speedup.pool.JvmLauncher;
import speedup.ui.concept.ConceptController;
import speedup.ui.concept.ConceptModel;
import speedup.ui.run.SilentLab;
import speedup.ui.view.Backstage;
import speedup.ui.view.View;

/** Every concept in the whole window, on real processes: before, held in the middle, done. */
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConceptScreensTest {
  /** So many operations are done before the picture of the middle. */
  private static final int STEPS = 4;

  private ShownWindow window;
  private ConceptModel model;

  @BeforeAll
  void open() {
    window =
        new ShownWindow(() ->
            Workbench.make(
                new Stage(),
                Backstage.of(new SilentLab())
                    .withConcepts(() -> new ConceptLab(JvmLauncher.ofThisProcess(List.of()))),
                1366,
                768));
    FxStage.run(() -> {
      window.shell().show(View.CONCEPTS);
      model = ((ConceptController) window.shell().view(View.CONCEPTS)).model();
    });
  }

  @AfterAll
  void close() {
    window.close();
  }

  @BeforeEach
  void begin() {
    FxStage.run(() -> {
      model.paceProperty().set(Pace.FREE);
      model.choose(OptionalInt.empty());
      model.answerProperty().set(-1);
    });
  }

  static List<Concept> concepts() {
    return ConceptLab.concepts();
  }

  @ParameterizedTest
  @MethodSource("concepts")
  void showsEachConceptBeforeInTheMiddleAndDone(Concept concept) {
    FxStage.run(() -> model.choose(concept));
    await(ConceptScreensTest::isSettled);
    window.lightPicture("concept-" + concept.id() + "-before");
    for (var i = 0; i < STEPS; i++) {
      await(ConceptScreensTest::isSettled);
      FxStage.run(() -> {
        model.paceProperty().set(Pace.HELD);
        model.run();
      });
    }
    await(ConceptScreensTest::isSettled);
    window.lightPicture("concept-" + concept.id() + "-held");
    FxStage.run(() -> {
      model.paceProperty().set(Pace.FREE);
      model.run();
    });
    var end = await(state -> state.outcome().isPresent());
    assertTrue(end.actors().stream().noneMatch(actor -> actor.phase() == Phase.HELD));
    window.lightPicture("concept-" + concept.id() + "-done");
  }

  @Test
  void showsTheWindowInEverySize() {
    FxStage.run(() -> {
      model.choose(ConceptLab.concept("lock").orElseThrow());
      model.choose(Concept.NORMAL); // another test may have left another one there
      model.answerProperty().set(1);
    });
    inEverySize("lock");
    for (var i = 0; i < STEPS; i++) {
      await(ConceptScreensTest::isSettled);
      step("worker 1");
      step("worker 2");
    }
    await(ConceptScreensTest::isSettled);
    inEverySize("lock-held");
    FxStage.run(model::run);
    await(state -> state.outcome().isPresent());
    inEverySize("lock-done");
  }

  @Test
  void showsACircleAndACrowd() {
    FxStage.run(() -> {
      model.choose(ConceptLab.concept("lock").orElseThrow());
      model.choose("reversed");
    });
    await(ConceptScreensTest::isSettled);
    step("worker 1");
    step("worker 2");
    await(state -> state.actors().stream().allMatch(ConceptScreensTest::isBeforeSecond));
    step("worker 1");
    step("worker 2");
    var end = await(state -> state.actors().stream().anyMatch(a -> a.phase() == Phase.FAILED));
    assertTrue(end.toString().contains("deadlock"), end::toString);
    awaitTrue(() -> FxStage.onFx(() -> drawing().startsWith("Deadlock: ")));
    inEverySize("lock-deadlock");

    FxStage.run(() -> {
      model.choose("no-lock");
      model.choose(OptionalInt.of(16));
    });
    await(state -> state.actors().size() == 16 && isSettled(state));
    inEverySize("lock-crowd");
    FxStage.run(model::run);
    var done = await(state -> state.outcome().isPresent());
    assertEquals("160000", done.figures().getFirst().expected());
    picture("lock-crowd-done");
  }

  private static boolean isBeforeSecond(Actor actor) {
    return actor.phase() == Phase.HELD
        && actor
            .operation()
            .equals(actor.name().equals("worker 1") ? "right.acquire()" : "left.acquire()");
  }

  /** All processes are held, wait, or are over. */
  private static boolean isSettled(StageState state) {
    return state.outcome().isPresent()
        || state.actors().stream()
            .allMatch(actor ->
                actor.phase() == Phase.HELD
                    || actor.phase() == Phase.BLOCKED
                    || actor.phase() == Phase.WAITS_TO_START && isStartedLater(actor, state)
                    || actor.over());
  }

  /** Somebody on this stage starts it. */
  private static boolean isStartedLater(Actor actor, StageState state) {
    return !actor.parent() && actor.pid() < 0 && state.actors().stream().anyMatch(Actor::parent);
  }

  private void step(String actor) {
    FxStage.run(() -> model.step(actor));
  }

  private StageState await(Predicate<StageState> wanted) {
    awaitTrue(() -> FxStage.onFx(() -> model.state().filter(wanted).isPresent()));
    return FxStage.onFx(() -> model.state().orElseThrow());
  }

  private String drawing() {
    window.scene().snapshot(null); // without a window nothing else draws
    return window.lookup(".focus-frame").getAccessibleText();
  }

  private void inEverySize(String name) {
    picture(name);
    for (var size :
        List.of(List.of(1024, 768, 100), List.of(1366, 768, 200), List.of(1920, 1080, 100))) {
      window.size(size.get(0), size.get(1), size.get(2));
      window.lightPicture(
          "concept-%s-%dx%d-%d".formatted(name, size.get(0), size.get(1), size.get(2)));
    }
    window.size(1366, 768, 100);
  }

  private void picture(String name) {
    window.picture("concept-" + name);
  }
}
