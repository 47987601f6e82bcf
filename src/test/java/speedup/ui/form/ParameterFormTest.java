package speedup.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import speedup.ui.FxStage;
import speedup.ui.Theme;
import speedup.ui.UiScale;
import speedup.workload.Workloads;

class ParameterFormTest {
  private static final int WIDTH = 280;

  private final FxRobot robot = new FxRobot();
  private ParameterFormModel model;
  private Optional<Path> picked = Optional.empty();
  private Stage stage;

  @BeforeEach
  void show() {
    stage =
        FxStage.onFx(() -> {
          model = new ParameterFormModel();
          var form = new ParameterForm(model, _ -> picked);
          model.setWorkload(Workloads.byId("primes-file").orElseThrow());
          return FxStage.show(form, WIDTH, Theme.LIGHT, UiScale.NORMAL);
        });
  }

  @AfterEach
  void hide() {
    FxStage.run(stage::hide);
  }

  private TextField text(String id) {
    return robot
        .from(stage.getScene().getRoot())
        .lookup("#parameter-" + id)
        .queryAs(TextField.class);
  }

  @Test
  void showsTheSentenceWhileAnInvalidNumberIsTyped() {
    robot.clickOn(text("count")).push(KeyCode.CONTROL, KeyCode.A).write("12x");

    assertFalse(FxStage.onFx(() -> model.validProperty().get()));
    var shown =
        robot.from(stage.getScene().getRoot()).lookup(".problem-line").match(Node::isVisible);
    assertEquals(1, shown.queryAll().size());
  }

  @Test
  void setsThousandsApartWhileNobodyTypes() {
    robot.clickOn(text("count")).push(KeyCode.CONTROL, KeyCode.A).write("1234567");
    assertEquals("1234567", text("count").getText());

    robot.clickOn(text("seed"));

    assertEquals("1,234,567", text("count").getText());
    assertEquals(Map.of("count", "1234567"), FxStage.onFx(model::settings));
  }

  @Test
  void showsInAnEmptyFieldWhatTheProgramChose() {
    assertEquals("automatic", text("max").getPromptText());

    FxStage.run(() -> model.showChosen(Map.of("max", "10000000000")));

    assertEquals("automatic: 10,000,000,000", text("max").getPromptText());
  }

  @Test
  void takesTheBrowsedFileAndClearsIt() {
    picked = Optional.of(Path.of("pom.xml"));
    robot.clickOn(
        robot.from(stage.getScene().getRoot()).lookup("#browse-file").queryAs(Button.class));
    assertEquals("pom.xml", text("file").getText());
    assertTrue(text("count").isDisabled());

    robot.clickOn(".icon-button");

    assertEquals("", text("file").getText());
    assertFalse(text("count").isDisabled());
  }

  @Test
  void fillsTheFieldsFromAPreset() {
    FxStage.run(() -> model.choose(model.presets().getFirst()));

    assertEquals("1,000,000", text("max").getText());
  }

  @Test
  void choosesAPresetWithTheKeyboard() {
    FxStage.run(() -> robot.lookup("#presets").query().requestFocus());
    robot.push(KeyCode.SPACE);
    FxStage.run(() -> {
      var popup = robot.lookup("#presets").queryAs(MenuButton.class).getItems().getFirst();
      var root = popup.getParentPopup().getScene().getRoot();
      FxStage.picture("presets-menu.png", root);
    });
    robot.push(KeyCode.DOWN).push(KeyCode.ENTER);

    assertEquals("lesson", FxStage.onFx(() -> model.presetProperty().get().id()));
    assertEquals("1,000,000", text("max").getText());
  }

  @Test
  void looksRight() {
    FxStage.picture("form", WIDTH, () -> form("primes-file", "12x"));
    FxStage.picture("form-sleep", WIDTH, () -> form("sleep", ""));
    assertTrue(Path.of("target/screens/parts/form-light-100.png").toFile().isFile());
  }

  private static Parent form(String workload, String count) {
    var model = new ParameterFormModel();
    model.setWorkload(Workloads.byId(workload).orElseThrow());
    if (!model.presets().isEmpty()) {
      model.choose(model.presets().getFirst());
    }
    if (!count.isEmpty()) {
      model.setSettings(Map.of("count", count));
    }
    var form = new ParameterForm(model, _ -> Optional.empty());
    form.setPadding(new Insets(8));
    return form;
  }
}
