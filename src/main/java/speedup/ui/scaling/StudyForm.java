package speedup.ui.scaling;

import static speedup.ui.form.FormParts.field;
import static speedup.ui.form.FormParts.label;
import static speedup.ui.form.FormParts.markWrong;
import static speedup.ui.form.FormParts.meaning;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import speedup.measure.EngineKind;
import speedup.ui.Messages;
import speedup.ui.form.ListWords;
import speedup.ui.form.ProblemLine;
import speedup.ui.run.RunChoices;

/** What is to be studied, and how often. */
final class StudyForm extends VBox {
  private final StudyOptionsModel model;

  /** A form that shows and changes the model, and tells how much there is to do. */
  StudyForm(StudyOptionsModel model, ObservableStringValue extent) {
    this.model = model;
    getStyleClass().add("form");
    var title = new Label(Messages.get("study.form.title"));
    title.getStyleClass().add("section-title");
    var rows = new VBox(mode(), values(), workers(), engine(), repeats(), start(), strong(extent));
    rows.getStyleClass().add("form-rows");
    getChildren().setAll(title, rows);
  }

  private VBox mode() {
    var choice = choice("study-mode", List.of(StudyMode.values()), StudyMode::title);
    choice.valueProperty().bindBidirectional(model.modeProperty());
    return field(
        label(Messages.get("study.mode"), choice),
        choice,
        meaning(
            Bindings.createStringBinding(
                () -> model.modeProperty().get().meaning(), model.modeProperty())));
  }

  private VBox values() {
    var text = new TextField();
    text.setId("study-values");
    var label = label("", text);
    model
        .modeProperty()
        .addListener((_, before, now) -> {
          text.textProperty().unbindBidirectional(model.textProperty(before));
          showValues(text, label, now);
        });
    showValues(text, label, model.modeProperty().get());
    markWrong(text, model.valuesProblemProperty());
    return field(
        label,
        text,
        ProblemLine.error(model.valuesProblemProperty()),
        ProblemLine.warning(model.warningProperty()));
  }

  private void showValues(TextField text, Label label, StudyMode mode) {
    text.textProperty().bindBidirectional(model.textProperty(mode));
    label.setText(mode.valuesLabel());
    text.setAccessibleText(mode.valuesLabel().replace("_", ""));
  }

  private VBox workers() {
    var text = new TextField();
    text.setId("study-workers");
    text.setAccessibleText(Messages.get("options.workers.name"));
    text.getStyleClass().add("short-number");
    text.setMaxWidth(Region.USE_PREF_SIZE);
    text.textProperty().bindBidirectional(model.workersTextProperty());
    markWrong(text, model.workersProblemProperty());
    var field =
        field(
            label(Messages.get("options.workers"), text),
            text,
            ProblemLine.error(model.workersProblemProperty()));
    field
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !model.modeProperty().get().ofWorkers(), model.modeProperty()));
    field.managedProperty().bind(field.visibleProperty());
    return field;
  }

  private VBox engine() {
    var engines =
        Stream.of(EngineKind.values()).filter(kind -> kind != EngineKind.SEQUENTIAL).toList();
    var choice =
        choice("study-engine", engines, kind -> Messages.get("options.engine." + kind.id()));
    choice.valueProperty().bindBidirectional(model.engineProperty());
    return field(
        label(Messages.get("study.engine"), choice),
        choice,
        ProblemLine.error(model.engineProblemProperty()));
  }

  private VBox repeats() {
    var choice = RunChoices.repeats(model.repeatsProperty());
    return field(label(Messages.get("options.repeats"), choice), choice);
  }

  private VBox start() {
    var choice = RunChoices.start(model.startProperty());
    return field(label(Messages.get("options.start"), choice), choice);
  }

  private static Label strong(ObservableStringValue text) {
    var label = meaning(text);
    label.setId("study-extent");
    label.getStyleClass().setAll("label", "strong");
    return label;
  }

  private static <T> ComboBox<T> choice(String id, List<T> values, Function<T, String> words) {
    var choice = new ComboBox<T>();
    choice.setId(id);
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setConverter(new ListWords<>(words));
    choice.getItems().setAll(values);
    return choice;
  }
}
