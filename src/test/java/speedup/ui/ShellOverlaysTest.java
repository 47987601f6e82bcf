package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.ui.run.SilentLab;
import speedup.ui.view.Backstage;
import speedup.ui.view.View;

/** The palette, the sheet of keys, and undo in the forms, by the keys alone. */
@Timeout(60)
class ShellOverlaysTest {
  private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");

  private final SilentLab lab = new SilentLab();
  private final Locale usual = Locale.getDefault();
  private ShownWindow window;

  @BeforeEach
  void open() {
    window = new ShownWindow(() -> Workbench.make(new Stage(), Backstage.of(lab), 1366, 768));
    FxStage.run(window::layOut);
  }

  @AfterEach
  void close() {
    window.close();
    Locale.setDefault(usual);
  }

  @Test
  void aCommandIsFoundByItsLettersAndDone() {
    control(KeyCode.P, true);
    assertTrue(isOpen("#palette"));
    type("hist");
    press(KeyCode.ENTER);
    assertFalse(isOpen("#palette"));
    assertEquals(View.HISTORY, FxStage.onFx(() -> window.shell().presentView()));
  }

  @Test
  void arrowsChooseAndEscapeGivesTheKeyboardBack() {
    FxStage.run(() -> window.lookup("#workers").requestFocus());
    var before = focused();
    control(KeyCode.P, true);
    var first = chosen();
    press(KeyCode.DOWN);
    press(KeyCode.DOWN);
    press(KeyCode.UP);
    press(KeyCode.TAB);
    assertFalse(first.equals(chosen()));
    assertEquals("palette-query", focused().getId());
    press(KeyCode.ESCAPE);
    assertFalse(isOpen("#palette"));
    assertSame(before, focused());
  }

  @Test
  void aWorkloadIsRunAndThenTheReasonIsSaidWhyNot() {
    control(KeyCode.P, true);
    type("tiny-tasks");
    press(KeyCode.ENTER);
    assertEquals("tiny-tasks", lab.request.workload());
    control(KeyCode.P, true);
    type("tiny-tasks");
    press(KeyCode.ENTER);
    assertTrue(isOpen("#palette"));
    assertEquals(1, lab.started);
    assertTrue(window.shows(Messages.get("command.run.not")));
    press(KeyCode.ESCAPE);
    assertEquals(0, lab.stopped, "Esc closed the palette and nothing else");
  }

  @Test
  void aStepOfTheLessonIsShown() {
    control(KeyCode.P, true);
    type("lesson step 3");
    press(KeyCode.ENTER);
    assertEquals(View.LESSONS, FxStage.onFx(() -> window.shell().presentView()));
  }

  @Test
  void theQuestionMarkShowsTheKeysUnlessATextIsTyped() {
    FxStage.run(() -> window.lookup("#workers").requestFocus());
    character("?");
    assertFalse(isOpen("#key-sheet"));
    FxStage.run(() -> window.lookup("#workers-slider").requestFocus());
    character("?");
    assertTrue(isOpen("#key-sheet"));
    assertTrue(window.shows("Ctrl+Shift+P") || MAC);
    press(KeyCode.F5);
    assertEquals(0, lab.started, "keys belong to the sheet");
    press(KeyCode.ESCAPE);
    assertFalse(isOpen("#key-sheet"));
  }

  @Test
  void takesBackWhatTheFormsSaidAlsoAnotherWorkload() {
    var slider = FxStage.onFx(() -> (Slider) window.lookup("#workers-slider"));
    FxStage.run(() -> {
      window.shell().choose("primes-file");
      window.lookup("#stop").getScene().getRoot().requestFocus();
    });
    var workers = slider.getValue();
    FxStage.run(() -> slider.setValue(1));
    FxStage.run(() -> window.shell().choose("tiny-tasks"));
    control(KeyCode.Z, false);
    assertEquals("primes-file", workload());
    assertEquals(1, slider.getValue());
    control(KeyCode.Z, false);
    assertEquals(workers, slider.getValue());
    control(KeyCode.Z, true);
    control(KeyCode.Z, true);
    assertEquals("tiny-tasks", workload());
  }

  @Test
  void aFieldTakesItsOwnLettersBackUntilItIsLeft() {
    FxStage.run(() -> {
      window.shell().choose("primes-file");
      window.layOut();
    });
    var field = FxStage.onFx(() -> (TextField) window.lookup("#parameter-count"));
    FxStage.run(field::requestFocus);
    FxStage.run(() -> field.replaceText(0, field.getLength(), "12345"));
    assertFalse(FxStage.onFx(() -> window.shell().forms().canUndo()));
    FxStage.run(() -> window.lookup("#workers-slider").requestFocus());
    assertTrue(FxStage.onFx(() -> window.shell().forms().canUndo()));
    control(KeyCode.Z, false);
    assertFalse(FxStage.onFx(field::getText).contains("12"));
  }

  @Test
  void showsBothInEverySizeAndLanguage() {
    control(KeyCode.P, true);
    pictures("palette");
    press(KeyCode.ESCAPE);
    FxStage.run(() -> window.shell().openKeys());
    pictures("keys");
    press(KeyCode.ESCAPE);
    FxStage.run(() -> {
      window.workbench.close();
    });
    Locale.setDefault(Locale.GERMANY);
    window = new ShownWindow(() -> Workbench.make(new Stage(), Backstage.of(lab), 1366, 768));
    FxStage.run(() -> window.shell().openPalette());
    type("sperre");
    window.picture("palette-german");
    press(KeyCode.ESCAPE);
    FxStage.run(() -> window.shell().openKeys());
    window.picture("keys-german");
    assertTrue(window.shows("Strg+Umschalt+P") || MAC);
  }

  private void pictures(String name) {
    window.size(1366, 768, 100);
    window.picture(name);
    window.size(1366, 768, 200);
    window.picture(name + "-200");
    window.size(1366, 768, 100);
  }

  private boolean isOpen(String selector) {
    return FxStage.onFx(() -> window.lookup(selector).isVisible());
  }

  private String chosen() {
    return FxStage.onFx(() -> {
      Predicate<Node> marked = node -> node.getPseudoClassStates().toString().contains("chosen");
      var row = window.scene().getRoot().lookupAll(".palette-row").stream().filter(marked);
      return ((Label) row.findFirst().orElseThrow().lookup(".palette-title")).getText();
    });
  }

  private String workload() {
    return FxStage.onFx(() -> window.shell().session().settings().workloadProperty().get().id());
  }

  private Node focused() {
    return FxStage.onFx(() -> window.scene().getFocusOwner());
  }

  private void type(String words) {
    FxStage.run(() -> ((TextField) window.lookup("#palette-query")).setText(words));
  }

  private void press(KeyCode code) {
    fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  private void control(KeyCode code, boolean shift) {
    fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, !MAC, false, MAC));
  }

  private void character(String text) {
    fire(new KeyEvent(KeyEvent.KEY_TYPED, text, "", KeyCode.UNDEFINED, false, false, false, false));
  }

  private void fire(KeyEvent event) {
    FxStage.run(() -> {
      var owner = window.scene().getFocusOwner();
      Event.fireEvent(owner == null ? window.scene().getRoot() : owner, event);
    });
    FxStage.run(() -> {}); // what was asked for in this pulse is done
  }
}
