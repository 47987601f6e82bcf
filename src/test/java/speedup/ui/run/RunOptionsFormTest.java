package speedup.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import speedup.experiment.RunRequest;
import speedup.measure.EngineKind;
import speedup.ui.FxStage;
import speedup.ui.Theme;
import speedup.ui.UiScale;
import speedup.workload.Workload;
import speedup.workload.Workloads;

class RunOptionsFormTest {
  private static final int WIDTH = 280;

  private final FxRobot robot = new FxRobot();
  private RunOptionsModel model;
  private Stage stage;

  @BeforeEach
  void show() {
    stage =
        FxStage.onFx(() -> {
          model = new RunOptionsModel(2, 4);
          var form = new RunOptionsForm(model);
          return FxStage.show(form, WIDTH, Theme.LIGHT, UiScale.NORMAL);
        });
  }

  @AfterEach
  void hide() {
    FxStage.run(stage::hide);
  }

  @Test
  void followsTheSliderAndTheField() {
    FxStage.run(() -> robot.lookup("#workers-slider").queryAs(Slider.class).setValue(6));
    assertEquals(6, model.workersProperty().get());

    robot.clickOn("#workers").push(KeyCode.CONTROL, KeyCode.A).write("12");

    assertEquals(12, model.workersProperty().get());
    assertEquals(8, robot.lookup("#workers-slider").queryAs(Slider.class).getValue());
  }

  @Test
  void opensTheFieldOfTheChunkOnlyForAFixedOne() {
    assertTrue(robot.lookup("#chunk").query().isDisabled());

    robot.clickOn("fixed").clickOn("#chunk").push(KeyCode.CONTROL, KeyCode.A).write("0");

    assertFalse(model.validProperty().get());

    robot.push(KeyCode.CONTROL, KeyCode.A).write("25");

    assertEquals(OptionalInt.of(25), model.chunkProperty().get());
  }

  @Test
  void choosesEnginesInTheOrderOfTheirTurns() {
    assertEquals(RunRequest.COMPARE, model.enginesInTurn());

    robot.clickOn("#engine-threads-one-lock").clickOn("#engine-threads");

    assertEquals(
        List.of(
            EngineKind.SEQUENTIAL,
            EngineKind.THREADS,
            EngineKind.THREADS_ONE_LOCK,
            EngineKind.PROCESSES),
        model.enginesInTurn());
    robot
        .clickOn("#engine-threads-one-lock")
        .clickOn("#engine-threads")
        .clickOn("#engine-processes");
    assertEquals(RunRequest.BASELINE, model.enginesInTurn());
  }

  private static Workload workload(String id) {
    return Workloads.byId(id).orElseThrow();
  }

  @Test
  void greysOutAnEngineThatCannotRunTheWorkloadAndChoosesItAgain() {
    var lab = new SilentLab();
    var form = FxStage.onFx(() -> new RunOptionsForm(model, lab::unavailable));
    var box = FxStage.onFx(() -> (CheckBox) form.lookup("#engine-threads"));
    FxStage.run(() -> {
      box.setSelected(true);
      form.setWorkload(workload("pipeline"));
    });

    assertTrue(box.isDisabled());
    assertTrue(box.getAccessibleHelp().startsWith("pipeline is a chain of processes"));
    assertEquals(RunRequest.COMPARE, model.enginesInTurn());

    FxStage.run(() -> form.setWorkload(workload("sleep")));

    assertFalse(box.isDisabled());
    assertTrue(box.getAccessibleHelp().startsWith("Threads of one process"));
    assertTrue(model.engines().contains(EngineKind.THREADS));
  }

  @Test
  void greysOutPythonOnceTheReasonIsKnown() throws Exception {
    var known = new CountDownLatch(1);
    var form =
        FxStage.onFx(() ->
            new RunOptionsForm(
                model,
                (workload, engine) ->
                    engine == EngineKind.PYTHON && workload.id().equals("mandelbrot")
                        ? when(known)
                        : Optional.empty()));
    var box = FxStage.onFx(() -> (CheckBox) form.lookup("#engine-python"));
    FxStage.run(() -> {
      form.setWorkload(workload("mandelbrot"));
      box.setSelected(true);
    });
    assertFalse(box.isDisabled());

    known.countDown();

    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, box.disabledProperty());
    assertEquals("no Python", box.getAccessibleHelp());
    assertFalse(model.engines().contains(EngineKind.PYTHON));

    FxStage.run(() -> form.setWorkload(workload("sleep")));

    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, box.disabledProperty().not());
    assertTrue(FxStage.onFx(() -> model.engines().contains(EngineKind.PYTHON)));
  }

  private static Optional<String> when(CountDownLatch known) {
    try {
      known.await();
      return Optional.of("no Python");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void keepsOneSegmentChosen() {
    robot.clickOn("Cold").clickOn("Cold");

    assertEquals(RunRequest.Start.COLD, model.startProperty().get());
    robot.clickOn("Quick 3");
    assertEquals(Repeats.QUICK, model.repeatsProperty().get());
  }

  @Test
  void looksRight() {
    FxStage.picture("options", WIDTH, () -> form(new RunOptionsModel(4, 8), 12));
    FxStage.picture("options-narrow", 260, () -> form(new RunOptionsModel(2, 2), 2));
    assertTrue(Path.of("target/screens/parts/options-light-100.png").toFile().isFile());
  }

  private static Parent form(RunOptionsModel model, int workers) {
    model.setWorkers(workers);
    var form = new RunOptionsForm(model);
    form.setPadding(new Insets(8));
    return form;
  }
}
