package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.cli.Reports;
import speedup.measure.Phase;
import speedup.measure.RunEvent;
import speedup.ui.run.SilentLab;
import speedup.ui.view.Backstage;
import speedup.ui.view.View;

/** The keys and buttons of the window's frame, on a lab in which nothing happens by itself. */
@Timeout(60)
class ShellKeysTest {
  private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  private final SilentLab lab = new SilentLab();
  private final Set<Thread> threadsBefore = Thread.getAllStackTraces().keySet();
  private Stage stage;
  private Workbench workbench;

  @BeforeEach
  void open() {
    FxStage.run(() -> {
      stage = new Stage();
      stage.setWidth(980);
      stage.setHeight(900);
      workbench = Workbench.open(stage, Backstage.of(lab));
      workbench.shell().show(View.RUN);
    });
  }

  @AfterEach
  void hide() {
    FxStage.run(() -> {
      if (lab.closed == 0) {
        workbench.close();
      }
      stage.hide();
    });
  }

  @Test
  void f5StartsARun() {
    press(KeyCode.F5);
    assertEquals(1, lab.started);
    assertTrue(running());
  }

  @Test
  void f5DoesNothingWhileARunIsUnderWay() {
    press(KeyCode.F5);
    press(KeyCode.F5);
    assertEquals(1, lab.started);
    assertTrue(running());
  }

  @Test
  void escapeStopsTheRun() {
    press(KeyCode.F5);
    press(KeyCode.ESCAPE);
    awaitTrue(() -> !running());
    assertEquals(1, lab.stopped);
    assertTrue(button(".run-button").isVisible());
    assertFalse(button(".stop-button").isVisible());
  }

  @Test
  void escapeDoesNothingWhileNothingRuns() {
    press(KeyCode.ESCAPE);
    press(KeyCode.F5);
    press(KeyCode.ESCAPE);
    awaitTrue(() -> !running());
    press(KeyCode.ESCAPE);
    assertEquals(1, lab.stopped);
  }

  @Test
  void controlPlusMinusAndZeroChangeTheSizeOfText() {
    var usual = labelSize();
    pressControl(KeyCode.PLUS);
    assertEquals(usual * 1.25, labelSize(), 0.01);
    pressControl(KeyCode.EQUALS);
    assertEquals(usual * 1.5, labelSize(), 0.01);
    pressControl(KeyCode.DIGIT0);
    assertEquals(usual, labelSize(), 0.01);
    pressControl(KeyCode.MINUS);
    assertEquals(usual * 0.75, labelSize(), 0.01);
    pressControl(KeyCode.MINUS);
    assertEquals(usual * 0.75, labelSize(), 0.01);
  }

  @Test
  void theThemeButtonTurnsDarkAndBack() {
    assertFalse(dark());
    FxStage.run(button("#theme")::fire);
    assertTrue(dark());
    FxStage.run(button("#theme")::fire);
    assertFalse(dark());
  }

  @Test
  void runIsDisabledWhileAFieldIsWrong() {
    type("many");
    assertTrue(button(".run-button").isDisabled());
    assertNotEquals("", problem());
    press(KeyCode.F5);
    assertEquals(0, lab.started);
    type("1000");
    assertFalse(button(".run-button").isDisabled());
    assertEquals("", problem());
  }

  @Test
  void anotherWorkloadHasItsOwnFormAndNoNumberYet() {
    choose("primes-file");
    press(KeyCode.F5);
    FxStage.run(() -> lab.report.complete(Reports.comparison(lab.request)));
    awaitTrue(() -> !running());
    assertTrue(bigNumber().endsWith("×"), bigNumber());
    choose("tiny-tasks");
    assertEquals("", bigNumber());
    var form = workbench.shell().runView().form();
    assertTrue(FxStage.onFx(() -> form.field("items")).isPresent());
    assertTrue(FxStage.onFx(() -> form.field("count")).isEmpty());
  }

  @Test
  void closingStopsTheRunAndClosesTheLab() {
    press(KeyCode.F5);
    FxStage.run(workbench::close);
    awaitTrue(() -> !running());
    assertEquals(1, lab.stopped);
    assertEquals(1, lab.closed);
    awaitTrue(() -> ownThreads().isEmpty());
    assertEquals(Set.of(), ownThreads());
  }

  @Test
  void nothingIsDrawnAfterClosingEvenIfTheRunGoesOn() throws InterruptedException {
    lab.stubborn = true;
    press(KeyCode.F5);
    lab.listener.accept(new RunEvent.PhaseStarted(System.nanoTime(), Phase.SIZE));
    awaitTrue(() -> activity().contains(Messages.get("run.phase.size")));
    lab.listener.accept(new RunEvent.PhaseStarted(System.nanoTime(), Phase.MEASURE));
    awaitTrue(() -> activity().contains(Messages.get("run.phase.measure")));
    FxStage.run(workbench::close);
    lab.listener.accept(new RunEvent.PhaseStarted(System.nanoTime(), Phase.WARM_UP));
    awaitFrames(40);
    assertTrue(running());
    assertTrue(activity().contains(Messages.get("run.phase.measure")), activity());
  }

  private void press(KeyCode code) {
    press(code, false);
  }

  private void pressControl(KeyCode code) {
    press(code, true);
  }

  private void press(KeyCode code, boolean shortcut) {
    var event =
        new KeyEvent(
            KeyEvent.KEY_PRESSED, "", "", code, false, shortcut && !MAC, false, shortcut && MAC);
    FxStage.run(() -> Event.fireEvent(workbench.scene().getRoot(), event));
  }

  private void choose(String workload) {
    FxStage.run(() -> workbench.shell().choose(workload));
  }

  private void type(String count) {
    FxStage.run(() -> {
      workbench.shell().choose("primes-file");
      workbench.shell().runView().form().field("count").orElseThrow().textProperty().set(count);
    });
  }

  private boolean running() {
    return FxStage.onFx(() -> workbench.shell().runView().model().runningProperty().get());
  }

  private boolean dark() {
    var look = PseudoClass.getPseudoClass("dark");
    return FxStage.onFx(() -> workbench.scene().getRoot().getPseudoClassStates().contains(look));
  }

  private double labelSize() {
    return FxStage.onFx(() -> {
      workbench.scene().getRoot().applyCss();
      return ((Label) find(".status-bar .label")).getFont().getSize();
    });
  }

  private Button button(String selector) {
    return FxStage.onFx(() -> (Button) find(selector));
  }

  private String problem() {
    return text(".top-bar .error-text");
  }

  private String bigNumber() {
    return text(".big-number");
  }

  private String activity() {
    return text(".activity > .label");
  }

  private String text(String selector) {
    return FxStage.onFx(() -> ((Label) find(selector)).getText());
  }

  private Node find(String selector) {
    return workbench.scene().lookup(selector);
  }

  /** Names of the threads that came since the window was opened and run code of this program. */
  private Set<String> ownThreads() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(entry -> !threadsBefore.contains(entry.getKey()))
        .filter(entry -> !entry.getKey().getName().startsWith("JavaFX"))
        .filter(entry -> entry.getKey() != Thread.currentThread())
        .filter(entry -> runsOwnCode(entry.getValue()))
        .map(entry -> entry.getKey().getName())
        .collect(Collectors.toSet());
  }

  private static boolean runsOwnCode(StackTraceElement[] frames) {
    for (var frame : frames) {
      if (frame.getClassName().startsWith("speedup.")) {
        return true;
      }
    }
    return false;
  }

  private static void awaitFrames(int frames) throws InterruptedException {
    var left = new CountDownLatch(frames);
    var timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            left.countDown();
          }
        };
    FxStage.run(timer::start);
    try {
      assertTrue(left.await(30, TimeUnit.SECONDS));
    } finally {
      FxStage.run(timer::stop);
    }
  }

  private static void awaitTrue(BooleanSupplier condition) {
    var deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "waited 30 s in vain");
      LockSupport.parkNanos(2_000_000);
    }
  }
}
