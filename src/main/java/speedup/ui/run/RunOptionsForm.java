package speedup.ui.run;

import static speedup.ui.form.FormParts.field;
import static speedup.ui.form.FormParts.label;
import static speedup.ui.form.FormParts.markWrong;
import static speedup.ui.form.FormParts.meaning;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import speedup.ui.Messages;
import speedup.ui.form.ProblemLine;
import speedup.ui.form.Segments;
import speedup.ui.form.WholeNumberField;
import speedup.workload.Workload;

/** How the workload is to be run: workers, chunk, repeats, warm or cold. */
public final class RunOptionsForm extends VBox {
  private final RunOptionsModel model;
  private final EngineChoice engines;

  /** Held here: a two-way binding alone would not keep it. */
  private final ObjectProperty<Boolean> automaticChunk;

  /** A form that shows and changes the model. */
  public RunOptionsForm(RunOptionsModel model) {
    this(model, (_, _) -> Optional.empty());
  }

  /**
   * A form that shows and changes the model.
   *
   * @param unavailable why an engine cannot run a workload
   */
  public RunOptionsForm(RunOptionsModel model, EngineQuestion unavailable) {
    this.model = model;
    engines = new EngineChoice(model, unavailable);
    automaticChunk = model.chunkAutomaticProperty().asObject();
    getStyleClass().add("form");
    var title = new Label(Messages.get("options.title"));
    title.getStyleClass().add("section-title");
    var rows = new VBox(engines, workers(), chunk(), repeats(), start());
    rows.getStyleClass().add("form-rows");
    getChildren().setAll(title, rows);
  }

  /** Greys out the engines that cannot run it. */
  public void setWorkload(Workload workload) {
    engines.setWorkload(workload);
  }

  private VBox workers() {
    var name = Messages.get("options.workers.name");
    var slider = new Slider(1, Math.max(2, model.sliderMaximum()), model.workersProperty().get());
    slider.setId("workers-slider");
    slider.setAccessibleText(name);
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.valueProperty().addListener((_, _, now) -> slid((int) Math.round(now.doubleValue())));
    model
        .workersProperty()
        .addListener((_, _, now) -> slider.setValue(Math.min(now.intValue(), slider.getMax())));
    var track =
        new VBox(slider, new CoreMarks(slider, model.physicalCores(), model.logicalCores()));
    HBox.setHgrow(track, Priority.ALWAYS);
    var field =
        number("workers", name, model.workersTextProperty(), model.workersProblemProperty());
    var row = new HBox(track, field);
    row.setAlignment(Pos.TOP_LEFT);
    row.getStyleClass().add("field-row");
    return field(
        label(Messages.get("options.workers"), field),
        row,
        ProblemLine.error(model.workersProblemProperty()),
        ProblemLine.warning(model.workersWarningProperty()));
  }

  /** The slider shows at most its own maximum, and does not push larger numbers down to it. */
  private void slid(int count) {
    if (Math.min(model.workersProperty().get(), Math.max(2, model.sliderMaximum())) != count) {
      model.setWorkers(count);
    }
  }

  private VBox chunk() {
    var name = Messages.get("options.chunk.name");
    var choice =
        new Segments<>(
            name,
            List.of(true, false),
            automatic ->
                Messages.get(automatic ? "options.chunk.automatic" : "options.chunk.fixed"));
    choice.valueProperty().bindBidirectional(automaticChunk);
    HBox.setHgrow(choice, Priority.ALWAYS);
    var field = number("chunk", name, model.chunkTextProperty(), model.chunkProblemProperty());
    field.disableProperty().bind(model.chunkAutomaticProperty());
    var row = new HBox(choice, field);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("field-row");
    return field(
        label(Messages.get("options.chunk"), choice),
        row,
        ProblemLine.error(model.chunkProblemProperty()));
  }

  private VBox repeats() {
    var choice = RunChoices.repeats(model.repeatsProperty());
    return field(
        label(Messages.get("options.repeats"), choice),
        choice,
        meaning(
            Bindings.createStringBinding(
                () -> model.repeatsProperty().get().meaning(), model.repeatsProperty())));
  }

  private VBox start() {
    var choice = RunChoices.start(model.startProperty());
    return field(
        label(Messages.get("options.start"), choice),
        choice,
        meaning(
            Bindings.createStringBinding(
                () -> Messages.get(RunChoices.key(model.startProperty().get()) + ".meaning"),
                model.startProperty())));
  }

  private static TextField number(
      String id, String name, StringProperty text, ObservableStringValue problem) {
    var field = new WholeNumberField(text);
    field.setId(id);
    field.setAccessibleText(name);
    field.getStyleClass().add("short-number");
    markWrong(field, problem);
    return field;
  }
}
