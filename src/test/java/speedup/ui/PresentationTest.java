package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.cli.Reports;
import speedup.experiment.SweepReports;
import speedup.ui.chart.ChartPane;
import speedup.ui.chart.RaceTrack;
import speedup.ui.run.SilentLab;
import speedup.ui.scaling.ScalingController;
import speedup.ui.view.Backstage;
import speedup.ui.view.View;

/**
 * What a class sees and what the teacher's keys do, on a lab in which nothing happens by itself.
 */
@Timeout(60)
class PresentationTest {
  private final SilentLab lab = new SilentLab();
  private Stage stage;
  private ShownWindow window;

  @BeforeEach
  void open() {
    window =
        new ShownWindow(() -> {
          stage = new Stage();
          return Workbench.make(stage, Backstage.of(lab), 1366, 768);
        });
    FxStage.run(() -> window.shell().choose("primes-file"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void f11HidesAllButTheViewAndBringsItBack() {
    FxStage.run(() -> window.shell().setTheme(Theme.DARK));
    FxStage.run(() -> window.shell().setScale(new UiScale(125)));
    press(KeyCode.F11);
    for (var chrome : List.of(".top-bar", ".rail", ".status-bar", ".side-panel")) {
      assertFalse(isShown(chrome), chrome);
    }
    assertFalse(isDark());
    assertTrue(FxStage.onFx(stage::isFullScreen));
    press(KeyCode.F11);
    for (var chrome : List.of(".top-bar", ".rail", ".status-bar", ".side-panel")) {
      assertTrue(isShown(chrome), chrome);
    }
    assertTrue(isDark());
    assertFalse(FxStage.onFx(stage::isFullScreen));
    assertEquals(13 * 1.25, titleSize() / 1.15, 0.1);
  }

  @Test
  void noTextIsSmallerThanTwentyFourPixels() {
    finishRun();
    press(KeyCode.F11);
    for (var view : List.of(View.RUN, View.SCALING, View.TIMELINE)) {
      FxStage.run(() -> window.shell().show(view));
      for (var size : sizes().entrySet()) {
        assertTrue(size.getValue() >= 24, () -> view + ": " + size);
      }
    }
  }

  @Test
  void escapeStopsARunFirstAndThenLeaves() {
    press(KeyCode.F11);
    press(KeyCode.F5);
    press(KeyCode.ESCAPE);
    assertEquals(1, lab.stopped);
    ShownWindow.awaitTrue(() -> !running());
    assertFalse(isShown(".rail"));
    press(KeyCode.ESCAPE);
    assertTrue(isShown(".rail"));
    assertEquals(1, lab.stopped);
  }

  @Test
  void leavesWhenTheSystemEndsTheFullScreen() {
    press(KeyCode.F11);
    FxStage.run(() -> stage.setFullScreen(false));
    assertTrue(isShown(".rail"));
  }

  @Test
  void numbersChooseViewsOnlyWhilePresenting() {
    press(KeyCode.DIGIT3);
    assertEquals(View.RUN, present());
    press(KeyCode.F11);
    press(KeyCode.DIGIT2);
    assertEquals(View.values()[1], present());
    press(KeyCode.NUMPAD3);
    assertEquals(View.values()[2], present());
    press(KeyCode.DIGIT1);
    assertEquals(View.HOME, present());
    press(KeyCode.DIGIT0);
    press(KeyCode.DIGIT9);
    assertEquals(View.HOME, present());
  }

  @Test
  void numbersThatAreTypedIntoATextStayThere() {
    press(KeyCode.F11);
    FxStage.run(() -> window.shell().show(View.HISTORY));
    var field =
        FxStage.onFx(() -> {
          window.scene().snapshot(null);
          return (TextField) window.lookup(".text-field");
        });
    FxStage.run(() -> Event.fireEvent(field, event(KeyCode.DIGIT1)));
    assertEquals(View.HISTORY, present());
  }

  @Test
  void aCleanRunHidesTheNumberAndEarlierPointsUntilTheNextRunIsOver() {
    finishRun();
    press(KeyCode.F11);
    assertTrue(bigNumber().endsWith("×"), bigNumber());
    assertTrue(points() > 0);
    press(KeyCode.C);
    assertEquals("", bigNumber());
    assertEquals(0, points());
    assertTrue(race().contains("Say a number"), race());
    press(KeyCode.C);
    finishRun();
    assertTrue(bigNumber().endsWith("×"), bigNumber());
    assertTrue(points() > 0);
  }

  @Test
  void nothingIsHiddenWhileSomethingRunsOrOutsideOfPresentations() {
    finishRun();
    press(KeyCode.C);
    assertTrue(bigNumber().endsWith("×"), bigNumber());
    press(KeyCode.F11);
    press(KeyCode.F5);
    press(KeyCode.C);
    assertFalse(race().contains("Say a number"), race());
    press(KeyCode.ESCAPE);
  }

  @Test
  void aStudyIsHiddenToo() {
    press(KeyCode.F11);
    press(KeyCode.DIGIT3);
    press(KeyCode.F5);
    lab.study.complete(SweepReports.of(lab.studied));
    var scaling = (ScalingController) window.shell().view(View.SCALING);
    ShownWindow.awaitTrue(
        () -> FxStage.onFx(() -> scaling.model().findingProperty().get() != null));
    ShownWindow.awaitTrue(() -> !FxStage.onFx(() -> scaling.running().get()));
    press(KeyCode.C);
    assertEquals(null, FxStage.onFx(() -> scaling.model().findingProperty().get()));
    assertTrue(window.shows("Every run appears here as a dot"));
  }

  @Test
  void theBarComesWithTheMouseAndItsButtonsDoWhatTheKeysDo() {
    assertFalse(isShown(".presentation-bar"));
    press(KeyCode.F11);
    assertTrue(isShown(".presentation-bar"));
    FxStage.run(((Button) window.lookup("#presentation-run"))::fire);
    assertEquals(1, lab.started);
    assertTrue(window.lookup("#presentation-clean").isDisabled());
    FxStage.run(((Button) window.lookup("#presentation-stop"))::fire);
    assertEquals(1, lab.stopped);
    FxStage.run(((Button) window.lookup("#presentation-end"))::fire);
    assertFalse(isShown(".presentation-bar"));
    assertTrue(isShown(".rail"));
    FxStage.run(() -> Event.fireEvent(window.scene().getRoot(), mouse()));
    assertFalse(isShown(".presentation-bar"));
  }

  private void finishRun() {
    press(KeyCode.F5);
    FxStage.run(() -> lab.report.complete(Reports.comparison(lab.request)));
    ShownWindow.awaitTrue(() -> !running());
  }

  private void press(KeyCode code) {
    FxStage.run(() -> Event.fireEvent(window.scene().getRoot(), event(code)));
  }

  private static KeyEvent event(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }

  private static MouseEvent mouse() {
    return new MouseEvent(
        MouseEvent.MOUSE_MOVED,
        5,
        5,
        5,
        5,
        null,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        null);
  }

  private boolean running() {
    return FxStage.onFx(() -> window.shell().runView().running().get());
  }

  private View present() {
    return FxStage.onFx(() -> window.shell().presentView());
  }

  private boolean isShown(String selector) {
    return FxStage.onFx(() -> {
      window.scene().snapshot(null);
      return window.scene().getRoot().lookupAll(selector).stream().anyMatch(ShownWindow::visible);
    });
  }

  private boolean isDark() {
    return FxStage.onFx(() ->
        window.scene().getRoot().getPseudoClassStates().stream()
            .anyMatch(state -> state.getPseudoClassName().equals("dark")));
  }

  private double titleSize() {
    return FxStage.onFx(() -> {
      window.scene().snapshot(null);
      return ((Label) window.lookup(".view-title")).getFont().getSize();
    });
  }

  /** The sizes of all texts that are in sight. */
  private Map<String, Double> sizes() {
    return FxStage.onFx(() -> {
      window.scene().snapshot(null);
      var sizes = new TreeMap<String, Double>();
      for (Node node : window.scene().getRoot().lookupAll(".text")) {
        if (node instanceof Text text && !text.getText().isEmpty() && ShownWindow.visible(node)) {
          sizes.merge(text.getText(), text.getFont().getSize(), Math::min);
        }
      }
      return sizes;
    });
  }

  private String bigNumber() {
    return FxStage.onFx(() -> {
      window.scene().snapshot(null);
      return ((Label) window.lookup(".big-number")).getText();
    });
  }

  /** Rows of the chart of speedups by workers. */
  private int points() {
    return FxStage.onFx(() -> {
      window.scene().snapshot(null);
      return ((ChartPane) window.lookup("#speedup")).table().size() - 1;
    });
  }

  private String race() {
    return FxStage.onFx(() -> {
      window.scene().snapshot(null); // a chart without a size says nothing
      var race = (RaceTrack) window.lookup("#race");
      race.renderIfDirty();
      return race.getAccessibleText();
    });
  }
}
