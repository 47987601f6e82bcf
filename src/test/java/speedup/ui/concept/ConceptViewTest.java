package speedup.ui.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.concept.Concept;
import speedup.concept.ConceptLab;
import speedup.concept.StageState;
import speedup.concept.StageState.Actor;
import speedup.concept.StageState.Pace;
import speedup.concept.StageState.Phase;
import speedup.plot.ChartTheme;
import speedup.pool.JvmLauncher;
import speedup.ui.FxStage;
import speedup.ui.Messages;
import speedup.ui.Theme;
import speedup.ui.UiScale;
import speedup.ui.code.PythonPane;
import speedup.ui.fx.UiThread;

/** The view of concepts on real processes, clicked in good and in bad order. */
@Timeout(180)
class ConceptViewTest {
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final Set<Long> before = children();
  private final ConcurrentLinkedQueue<Throwable> thrown = new ConcurrentLinkedQueue<>();
  private Thread.UncaughtExceptionHandler usual;
  private ConceptModel model;
  private ConceptController view;
  private Scene scene;

  @BeforeEach
  void open() {
    FxStage.run(() -> {
      usual = Thread.currentThread().getUncaughtExceptionHandler();
      Thread.currentThread().setUncaughtExceptionHandler((_, e) -> thrown.add(e));
      model =
          new ConceptModel(
              () -> new ConceptLab(JvmLauncher.ofThisProcess(List.of())), UiThread.javaFx());
      model.choose(ConceptLab.concept("lock").orElseThrow());
      load();
      view.shown();
    });
    await(ConceptViewTest::allHeld);
  }

  private void load() {
    var loader =
        new FXMLLoader(ConceptController.class.getResource("ConceptView.fxml"), Messages.bundle());
    try {
      Parent root = loader.load();
      scene = new Scene(root, 1366, 700);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    view = loader.getController();
    view.open(model);
    view.setLook(ChartTheme.LIGHT, 1);
    Theme.LIGHT.apply(scene);
    UiScale.NORMAL.apply(scene);
    scene.snapshot(null);
  }

  @AfterEach
  void close() {
    FxStage.run(() -> {
      view.close();
      Thread.currentThread().setUncaughtExceptionHandler(usual);
    });
    awaitTrue(() -> before.containsAll(children()));
    assertEquals(List.of(), List.copyOf(thrown));
  }

  private static Set<Long> children() {
    return ProcessHandle.current()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .map(ProcessHandle::pid)
        .collect(Collectors.toSet());
  }

  @Test
  void eachOperationIsAButtonThatTheRealProcessWaitsFor() {
    assertEquals("worker 1: lock.acquire()", button("worker 1").getText());
    assertFalse(button("worker 1").isDisabled());

    fire("worker 1");
    var first = await(state -> isAt(state, "worker 1", Phase.HELD, "counter.get()"));
    assertEquals(List.of("worker 1"), first.object("lock").orElseThrow().holders());
    assertEquals(
        Map.of(
            "lock.acquire();",
            List.of("worker 2"),
            "var seen = counter.get();",
            List.of("worker 1")),
        FxStage.onFx(() -> ((CodePane) scene.lookup(".concept-code")).lit()));

    fire("worker 2");
    await(state -> isAt(state, "worker 2", Phase.BLOCKED, "lock.acquire()"));
    assertTrue(FxStage.onFx(() -> button("worker 2").isDisabled()));
    assertEquals("worker 2: lock.acquire()", button("worker 2").getText());
    var spoken = spoken();
    assertTrue(spoken.contains("worker 2: waiting in lock.acquire()."), spoken);
    assertTrue(spoken.contains("lock lock: held by worker 1. waiting: worker 2"), spoken);
  }

  @Test
  void theFocusComesBackToTheButtonThatWasPressed() {
    FxStage.run(() -> {
      button("worker 1").requestFocus();
      button("worker 1").fire();
    });
    await(state -> isAt(state, "worker 1", Phase.HELD, "counter.get()"));
    awaitTrue(() -> FxStage.onFx(() -> scene.getFocusOwner() == button("worker 1")));
  }

  @Test
  void askThenRunThenReveal() {
    FxStage.run(() -> model.choose("no-lock"));
    var choices =
        FxStage.onFx(() ->
            scene.getRoot().lookupAll(".radio-button").stream()
                .map(RadioButton.class::cast)
                .toList());
    assertEquals(3, choices.size());
    FxStage.run(() -> choices.getFirst().setSelected(true));
    assertEquals(List.of(), question().revealed());
    assertFalse(FxStage.onFx(() -> scene.lookup(".figures").isVisible()), "they tell the answer");
    FxStage.run(view::run);
    await(state -> state.outcome().isPresent());

    var revealed = FxStage.onFx(() -> question().revealed());
    assertEquals("All processes came to their end.", revealed.getFirst());
    assertTrue(revealed.get(1).startsWith("The class said A. 20,000"), revealed.get(1));
    assertTrue(revealed.get(2).contains("one of the two steps is lost"), revealed.get(2));
    var figure = FxStage.onFx(() -> ((FigureList) scene.lookup(".figures")).texts().getFirst());
    assertTrue(figure.matches("[\\d,]+, (right|wrong), expected 20,000"), figure);

    FxStage.run(model::reset);
    assertEquals(List.of(), FxStage.onFx(() -> question().revealed()));
    assertEquals(0, FxStage.onFx(() -> model.answerProperty().get()), "the answer is kept");
    await(ConceptViewTest::allHeld);
  }

  @Test
  void aCleanRunTakesBackTheAnswerAndWhatWasSeen() {
    FxStage.run(() -> {
      model.answerProperty().set(1);
      view.run();
    });
    await(state -> state.outcome().isPresent());
    FxStage.run(view::hideResult);
    assertEquals(List.of(), FxStage.onFx(() -> question().revealed()));
    assertEquals(ConceptModel.NO_ANSWER, FxStage.onFx(() -> model.answerProperty().get()));
    await(ConceptViewTest::allHeld);
  }

  @Test
  void holdsWhatRunsAndGoesOn() {
    FxStage.run(() -> {
      model.choose("reversed");
      model.paceProperty().set(Pace.SLOW);
      view.run();
    });
    await(state -> state.pace() == Pace.SLOW && model.runningProperty().get());
    FxStage.run(() -> model.paceProperty().set(Pace.HELD));
    await(state -> state.pace() == Pace.HELD && !model.runningProperty().get());
    FxStage.run(() -> model.paceProperty().set(Pace.FREE));
    var end = await(state -> state.outcome().isPresent());
    assertTrue(end.actors().stream().anyMatch(actor -> actor.phase() == Phase.FAILED));
  }

  @Test
  void stepGivesEachProcessItsTurn() {
    FxStage.run(() -> {
      model.paceProperty().set(Pace.HELD);
      view.run();
    });
    await(state -> isAt(state, "worker 1", Phase.HELD, "counter.get()"));
    FxStage.run(view::run);
    await(state -> isAt(state, "worker 2", Phase.BLOCKED, "lock.acquire()"));
    FxStage.run(view::run);
    await(state -> isAt(state, "worker 1", Phase.HELD, "counter.set()"));
  }

  @Test
  void aKilledProcessIsToldOfAndTheStageCanBeReset() {
    FxStage.run(() -> kill("worker 1").fire());
    await(state -> state.actor("worker 1").orElseThrow().phase() == Phase.DIED);
    assertTrue(spoken().contains("worker 1: died"), spoken());
    FxStage.run(() -> assertTrue(kill("worker 1").isDisabled()));
    FxStage.run(model::reset);
    await(ConceptViewTest::allHeld);
    fire("worker 1");
    await(state -> isAt(state, "worker 1", Phase.HELD, "counter.get()"));
  }

  @Test
  void aProcessKilledFromOutsideIsToldOf() {
    var pid = model.state().orElseThrow().actor("worker 2").orElseThrow().pid();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    await(state -> state.actor("worker 2").orElseThrow().phase() == Phase.DIED);
    FxStage.run(view::run);
    await(state -> state.outcome().isPresent());
  }

  @Test
  void listsMarkWhatBreaksAndShowTheSameInPython() {
    var variants = FxStage.onFx(() -> (ListView<?>) scene.lookup(".variants"));
    assertTrue(variantWords().contains("With the lock"), () -> variantWords().toString());
    var listed = model.wishProperty().get().concept().variants();
    var reversed = listed.stream().map(Concept.Variant::id).toList().indexOf("reversed");
    FxStage.run(() -> {
      variants.getSelectionModel().select(reversed);
      variants.scrollTo(reversed);
    });
    assertEquals("reversed", FxStage.onFx(() -> model.wishProperty().get().variant()));
    assertTrue(
        variantWords().contains("Locks in reversed order (break it)"),
        () -> variantWords().toString());
    assertTrue(
        FxStage.onFx(() -> ((PythonPane) tab("Python")).getText())
            .contains("from multiprocessing import"));
  }

  /** What is in sight of the list of variants. */
  private Set<String> variantWords() {
    return FxStage.onFx(() -> {
      scene.snapshot(null);
      return scene.getRoot().lookupAll(".variants .list-cell").stream()
          .map(node -> String.valueOf(((Labeled) node).getText()))
          .collect(Collectors.toSet());
    });
  }

  @Test
  void anyOrderOfClicksLeavesNothingBehind() {
    var random = new Random(7);
    var variants = model.wishProperty().get().concept().variants();
    for (var i = 0; i < 60; i++) {
      FxStage.run(() -> act(random, variants));
      LockSupport.parkNanos(random.nextInt(80) * 1_000_000L);
    }
    FxStage.run(() -> {
      model.reset();
      model.reset();
    });
    await(ConceptViewTest::allHeld);
  }

  private void act(Random random, List<Concept.Variant> variants) {
    var actor = "worker " + (1 + random.nextInt(3));
    switch (random.nextInt(10)) {
      case 0 -> model.choose(variants.get(random.nextInt(variants.size())).id());
      case 1 -> model.reset();
      case 2 -> model.kill(actor);
      case 3 -> model.paceProperty().set(Pace.values()[random.nextInt(3)]);
      case 4 -> view.stop();
      case 5 -> model.choose(random.nextBoolean() ? OptionalInt.of(3) : OptionalInt.empty());
      case 6, 7 -> {
        view.run();
        view.run();
      }
      default -> {
        model.step(actor);
        model.step(actor);
      }
    }
  }

  @Test
  void resetsFiftyTimes() {
    for (var i = 0; i < 50; i++) {
      FxStage.run(model::reset);
      await(ConceptViewTest::allHeld);
    }
    fire("worker 2");
    await(state -> isAt(state, "worker 2", Phase.HELD, "counter.get()"));
  }

  @Test
  void closesInTheMiddle() {
    FxStage.run(() -> {
      view.run();
      model.choose("reversed");
      view.run();
    });
  }

  @Test
  void aLabThatCannotBeOpenedIsTold() {
    var broken =
        FxStage.onFx(() -> {
          var itsModel =
              new ConceptModel(
                  () -> {
                    throw new IllegalStateException("there is no memory to share");
                  },
                  UiThread.javaFx());
          itsModel.begin();
          return itsModel;
        });
    awaitTrue(() ->
        FxStage.onFx(() -> broken.failureProperty().get().equals("there is no memory to share")));
    FxStage.run(broken::run);
    awaitTrue(() -> FxStage.onFx(() -> !broken.failureProperty().get().isEmpty()));
    FxStage.run(broken::close);
  }

  private static boolean allHeld(StageState state) {
    return state.actors().stream().allMatch(actor -> actor.phase() == Phase.HELD);
  }

  private static boolean isAt(StageState state, String name, Phase phase, String operation) {
    return state
        .actor(name)
        .filter((Actor actor) -> actor.phase() == phase && actor.operation().equals(operation))
        .isPresent();
  }

  private Node tab(String title) {
    return ((TabPane) scene.lookup(".tab-pane"))
        .getTabs().stream()
            .filter(tab -> tab.getText().equals(title))
            .findFirst()
            .orElseThrow()
            .getContent();
  }

  private QuestionPane question() {
    return (QuestionPane) scene.lookup(".question");
  }

  private String spoken() {
    return FxStage.onFx(() -> {
      scene.snapshot(null);
      return scene.lookup(".focus-frame").getAccessibleText();
    });
  }

  private Button button(String actor) {
    return scene.getRoot().lookupAll(".operation").stream()
        .map(Button.class::cast)
        .filter(button -> button.getText().startsWith(actor + ":"))
        .findFirst()
        .orElseThrow();
  }

  private Button kill(String actor) {
    return scene.getRoot().lookupAll(".kill").stream()
        .map(Button.class::cast)
        .filter(button -> button.getAccessibleText().equals("Kill " + actor))
        .findFirst()
        .orElseThrow();
  }

  private void fire(String actor) {
    FxStage.run(() -> button(actor).fire());
  }

  private StageState await(Predicate<StageState> wanted) {
    awaitTrue(() -> FxStage.onFx(() -> model.state().filter(wanted).isPresent()));
    return FxStage.onFx(() -> model.state().orElseThrow());
  }

  private static void awaitTrue(BooleanSupplier condition) {
    var deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "waited a minute in vain");
      LockSupport.parkNanos(2_000_000);
    }
  }
}
