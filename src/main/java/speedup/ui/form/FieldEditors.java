package speedup.ui.form;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import speedup.ui.Messages;
import speedup.workload.Parameter;
import speedup.workload.WorkloadWords;

/** Makes the control for each kind of parameter. */
final class FieldEditors {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final int MOST_SEGMENTS = 3;

  private final FilePicker picker;

  FieldEditors(FilePicker picker) {
    this.picker = picker;
  }

  /** A control and what it stands in. */
  record Editor(Node node, Node control) {}

  Editor of(ParameterField field) {
    return switch (field.parameter()) {
      case Parameter.Whole whole -> whole(field, whole);
      case Parameter.Choice choice -> choice(field, choice);
      case Parameter.Text _ -> text(field);
      case Parameter.InputFile _ -> path(field, "file");
      case Parameter.InputFolder _ -> path(field, "folder");
      case Parameter.TargetFolder _ -> path(field, "target");
    };
  }

  private static Editor whole(ParameterField field, Parameter.Whole whole) {
    var text = new WholeNumberField(field.textProperty());
    name(text, field);
    text.promptTextProperty().bind(field.chosenProperty().map(chosen -> prompt(whole, chosen)));
    HBox.setHgrow(text, Priority.ALWAYS);
    markWrong(text, field);
    var row = new HBox(text);
    if (!whole.unit().isEmpty()) {
      var unit = new Label(whole.unit());
      unit.getStyleClass().add("muted");
      unit.setMinWidth(Label.USE_PREF_SIZE);
      row.getChildren().add(unit);
    }
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("field-row");
    return new Editor(row, text);
  }

  private static String prompt(Parameter.Whole whole, String chosen) {
    if (whole.defaultValue().isPresent()) {
      return "";
    }
    return chosen.isEmpty()
        ? Messages.get("form.automatic")
        : Messages.get("form.automatic.chosen", Numbers.grouped(chosen));
  }

  private static Editor choice(ParameterField field, Parameter.Choice choice) {
    if (choice.values().size() > MOST_SEGMENTS) {
      var box = new ComboBox<String>();
      box.getItems().setAll(choice.values());
      box.setConverter(new ChoiceNames());
      box.setMaxWidth(Double.MAX_VALUE);
      box.valueProperty().bindBidirectional(field.textProperty());
      name(box, field);
      return new Editor(box, box);
    }
    var segments = new Segments<>(field.label(), choice.values(), WorkloadWords::choice);
    segments.valueProperty().bindBidirectional(field.textProperty());
    return new Editor(segments, segments);
  }

  private static Editor text(ParameterField field) {
    var text = new TextField();
    text.textProperty().bindBidirectional(field.textProperty());
    text.setMinWidth(0);
    name(text, field);
    markWrong(text, field);
    return new Editor(text, text);
  }

  /**
   * A field for a path.
   *
   * @param what {@code file}, {@code folder} or {@code target}, as in the names of the messages
   */
  private Editor path(ParameterField field, String what) {
    var text = new TextField();
    text.textProperty().bindBidirectional(field.textProperty());
    text.setPromptText(Messages.get("form." + what + ".none"));
    text.setMinWidth(0);
    name(text, field);
    markWrong(text, field);
    HBox.setHgrow(text, Priority.ALWAYS);
    var tip = new Tooltip();
    tip.textProperty().bind(field.textProperty());
    text.tooltipProperty().bind(field.textProperty().map(name -> name.isEmpty() ? null : tip));

    var clear = new Button(null, FontIcon.of(MaterialDesignC.CLOSE));
    clear.setAccessibleText(Messages.get("form." + what + ".clear"));
    clear.setTooltip(new Tooltip(Messages.get("form." + what + ".clear")));
    clear.getStyleClass().addAll("flat", "icon-button");
    clear.visibleProperty().bind(Bindings.isNotEmpty(field.textProperty()));
    clear.managedProperty().bind(clear.visibleProperty());
    clear.setOnAction(_ -> {
      field.textProperty().set("");
      text.requestFocus();
    });

    var browse = new Button(Messages.get("form.file.browse"));
    browse.setId("browse-" + field.parameter().id());
    browse.setMnemonicParsing(true);
    browse.setMinWidth(Button.USE_PREF_SIZE);
    browse.setOnAction(_ ->
        picker
            .pick(field.parameter())
            .ifPresent(chosen -> field.textProperty().set(chosen.toString())));
    var row = new HBox(text, clear, browse);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("field-row");
    return new Editor(row, text);
  }

  private static void name(Node control, ParameterField field) {
    control.setId("parameter-" + field.parameter().id());
    control.setAccessibleText(field.label());
    control.setAccessibleHelp(field.help());
  }

  /** A red border, beside the sentence under the field. */
  private static void markWrong(Node control, ParameterField field) {
    field
        .problemProperty()
        .addListener((_, _, now) -> control.pseudoClassStateChanged(WRONG, !now.isEmpty()));
    control.pseudoClassStateChanged(WRONG, !field.problemProperty().get().isEmpty());
  }
}
