package speedup.ui.form;

import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import speedup.ui.Messages;
import speedup.ui.Tips;
import speedup.workload.Preset;
import speedup.workload.Workload;
import speedup.workload.WorkloadWords;

/** The parameters of the chosen workload: a field for each, checked as it is typed. */
public final class ParameterForm extends VBox {
  private static final Duration TIP_DELAY = Duration.millis(300);

  private final ParameterFormModel model;
  private final FieldEditors editors;
  private final VBox rows = new VBox();
  private final MenuButton presets = new MenuButton(Messages.get("form.presets"));

  /** A form that shows the model and asks the picker for files. */
  public ParameterForm(ParameterFormModel model, FilePicker picker) {
    this.model = model;
    editors = new FieldEditors(picker);
    getStyleClass().add("form");
    rows.getStyleClass().add("form-rows");
    getChildren().setAll(header(), lesson(), rows);
    model.fields().addListener((Observable _) -> fill());
    model.workloadProperty().addListener(_ -> fillPresets());
    fill();
    fillPresets();
  }

  private HBox header() {
    var title = new Label(Messages.get("form.title"));
    title.getStyleClass().add("section-title");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    presets.setMnemonicParsing(true);
    presets.setId("presets");
    presets.getStyleClass().add("small-button");
    presets.setAccessibleHelp(Messages.get("form.presets.help"));
    var header = new HBox(title, gap, presets);
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  /** What the chosen preset teaches, while the fields still show it. */
  private Label lesson() {
    var lesson = new Label();
    lesson.getStyleClass().addAll("muted", "small");
    lesson.setWrapText(true);
    lesson.setMinHeight(Region.USE_PREF_SIZE);
    lesson
        .textProperty()
        .bind(
            model
                .presetProperty()
                .map(preset -> WorkloadWords.lesson(workload(), preset))
                .orElse(""));
    lesson.visibleProperty().bind(model.presetProperty().isNotNull());
    lesson.managedProperty().bind(lesson.visibleProperty());
    return lesson;
  }

  private void fill() {
    rows.getChildren().setAll(model.fields().stream().map(this::row).toList());
  }

  private VBox row(ParameterField field) {
    var editor = editors.of(field);
    var label = new Label(field.label());
    label.setLabelFor(editor.control());
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    var sign = FontIcon.of(MaterialDesignI.INFORMATION_OUTLINE);
    sign.getStyleClass().add("hint");
    var tip = Tips.wrapped(field.help());
    tip.setShowDelay(TIP_DELAY);
    var head = new HBox(label, sign);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("field-head");
    Tooltip.install(head, tip);
    var row =
        new VBox(
            head,
            editor.node(),
            ProblemLine.error(field.problemProperty()),
            ProblemLine.hint(field.hintProperty()));
    row.getStyleClass().add("field");
    row.disableProperty().bind(field.relevantProperty().not());
    return row;
  }

  private void fillPresets() {
    presets.getItems().setAll(model.presets().stream().map(this::item).toList());
    presets.setVisible(!model.presets().isEmpty());
  }

  private Workload workload() {
    return model.workloadProperty().get();
  }

  private CustomMenuItem item(Preset preset) {
    var title = WorkloadWords.title(workload(), preset);
    var item = new CustomMenuItem(new PresetWords(title, WorkloadWords.lesson(workload(), preset)));
    item.setText(title);
    item.setOnAction(_ -> model.choose(preset));
    return item;
  }
}
