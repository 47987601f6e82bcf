package speedup.ui.settings;

import static speedup.ui.form.FormParts.markWrong;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import speedup.settings.Appearance;
import speedup.settings.Language;
import speedup.settings.Look;
import speedup.settings.Places;
import speedup.settings.UserFolders;
import speedup.ui.Messages;
import speedup.ui.form.FormParts;
import speedup.ui.form.ListWords;
import speedup.ui.form.ProblemLine;
import speedup.ui.form.Segments;

/** The fields of the settings, each with what is wrong with it below. JavaFX thread only. */
final class SettingsForm extends GridPane {
  private static final int SCALE_STEP = 25;

  private final SettingsModel model;
  private final Choosers choosers;
  private final ComboBox<Look> look = new ComboBox<>(); // four words side by side have no room
  private final ComboBox<Integer> scale = new ComboBox<>();
  private final Segments<Language> language;

  /** A form that shows and changes the model. */
  SettingsForm(SettingsModel model, UserFolders folders, Choosers choosers) {
    this.model = model;
    this.choosers = choosers;
    getStyleClass().addAll("form", "settings-form");
    language =
        new Segments<>(
            Messages.get("settings.language.name"),
            List.of(Language.values()),
            each -> Messages.get("settings.language." + word(each)));
    appearance();
    work();
    places(folders);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private void appearance() {
    section("settings.appearance", "");
    look.getItems().setAll(Look.values());
    look.setConverter(new ListWords<>(each -> Messages.get("settings.look." + word(each))));
    look.setId("settings-look");
    look.setAccessibleText(Messages.get("settings.look.name"));
    for (var each = Appearance.LEAST_SCALE; each <= Appearance.MOST_SCALE; each += SCALE_STEP) {
      scale.getItems().add(each);
    }
    scale.setConverter(new ListWords<>(percent -> Messages.get("settings.scale.percent", percent)));
    scale.setId("settings-scale");
    scale.setAccessibleText(Messages.get("settings.scale.name"));
    adopt(model.present().appearance());
    look.valueProperty().subscribe(model::setLook);
    scale.valueProperty().subscribe(model::setScale);
    language.valueProperty().subscribe(model::setLanguage);
    row("settings.look", look, look);
    row("settings.scale", scale, scale);
    row("settings.language", language, language);
  }

  /** Shows what was changed elsewhere: by a key of the window, or by a reset. */
  void adopt(Appearance now) {
    look.setValue(now.look());
    scale.setValue(now.scale());
    language.valueProperty().set(now.language());
  }

  private void work() {
    section("settings.work", "settings.work.when");
    typed("workers", model.workers(), Messages.get("settings.workers.usual"), List.of())
        .getStyleClass()
        .add("settings-number");
    typed(
        "python",
        model.python(),
        Messages.get("settings.python.usual"),
        List.of(browse("python", model.python(), choosers::program)));
    typed("options", model.options(), Messages.get("settings.options.usual"), List.of());
  }

  private void places(UserFolders folders) {
    section("settings.places", "settings.places.when");
    var usual = folders.with(Places.DEFAULTS);
    typed(
        "cache",
        model.cache(),
        usual.cache().toString(),
        List.of(browse("cache", model.cache(), choosers::folder)));
    var browse = browse("data", model.data(), choosers::folder);
    var field = typed("data", model.data(), usual.data().toString(), List.of(browse));
    if (folders.isDataGiven()) {
      field.setDisable(true);
      browse.setDisable(true);
      note(Messages.get("settings.data.given", UserFolders.DATA, usual.data()));
    }
  }

  private void section(String key, String whenKey) {
    var title = new Label(Messages.get(key));
    title.getStyleClass().add("section-title");
    var head = new HBox(title);
    head.getStyleClass().add("settings-section");
    if (!whenKey.isEmpty()) {
      var when = new Label(Messages.get(whenKey));
      when.getStyleClass().addAll("muted", "small");
      head.getChildren().add(when);
    }
    add(head, 0, getRowCount(), 2, 1);
  }

  private void row(String key, Node control, Node content) {
    var row = getRowCount();
    var label = FormParts.label(Messages.get(key), control);
    label.setMinWidth(Label.USE_PREF_SIZE);
    label.getStyleClass().add("settings-label");
    setValignment(label, VPos.TOP);
    add(label, 0, row);
    add(content, 1, row);
    setHgrow(content, Priority.ALWAYS);
  }

  private void note(String sentence) {
    add(FormParts.meaning(new SimpleStringProperty(sentence)), 1, getRowCount());
  }

  private TextField typed(String id, SettingEntry entry, String usual, List<Button> buttons) {
    var field = new TextField();
    field.setId("settings-" + id);
    field.setPromptText(usual);
    field.setMinWidth(0);
    field.setAccessibleText(Messages.get("settings." + id + ".name"));
    field.setAccessibleHelp(Messages.get("settings.empty", usual));
    field.textProperty().bindBidirectional(entry.textProperty());
    field.setOnAction(_ -> entry.commit());
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            entry.commit();
          }
        });
    markWrong(field, entry.problemProperty());
    HBox.setHgrow(field, Priority.ALWAYS);
    var line = new ArrayList<Node>(List.of(field, busy(entry)));
    line.addAll(buttons);
    var parts = new HBox(line.toArray(Node[]::new));
    parts.getStyleClass().addAll("field-row", "settings-line");
    row(
        "settings." + id,
        field,
        FormParts.field(parts, ProblemLine.error(entry.problemProperty())));
    return field;
  }

  /** Turns while something is tried: a process may take seconds to start. */
  private static ProgressIndicator busy(SettingEntry entry) {
    var busy = new ProgressIndicator();
    busy.getStyleClass().add("settings-busy");
    busy.setAccessibleText(Messages.get("settings.trying"));
    busy.visibleProperty().bind(entry.triedProperty());
    busy.managedProperty().bind(busy.visibleProperty());
    return busy;
  }

  private Button browse(String id, SettingEntry entry, Supplier<Optional<Path>> chooser) {
    var button = new Button(Messages.get("settings.browse"));
    button.setId("settings-browse-" + id);
    button.setAccessibleText(
        Messages.get("settings.browse.name", Messages.get("settings." + id + ".name")));
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(_ ->
        chooser
            .get()
            .ifPresent(chosen -> {
              entry.textProperty().set(chosen.toString());
              entry.commit();
            }));
    return button;
  }
}
