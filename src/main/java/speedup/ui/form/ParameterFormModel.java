package speedup.ui.form;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import speedup.ui.Messages;
import speedup.workload.Parameter;
import speedup.workload.Preset;
import speedup.workload.Workload;
import speedup.workload.WorkloadWords;

/**
 * What a person has set for the chosen workload. Knows no control; the form binds to it. On the
 * JavaFX thread only.
 */
public final class ParameterFormModel {
  private final ReadOnlyObjectWrapper<Workload> workload = new ReadOnlyObjectWrapper<>();
  private final ObservableList<ParameterField> fields = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(true);

  /** Kept: who listens to it would hear nothing once it is collected. */
  private final ObservableList<ParameterField> fieldsToShow =
      FXCollections.unmodifiableObservableList(fields);

  private final ReadOnlyStringWrapper firstProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Preset> preset = new ReadOnlyObjectWrapper<>();
  private Consumer<Preset> onPreset = _ -> {};
  private Runnable onChanged = () -> {};

  /** Offers the parameters of this workload, at their defaults. */
  public void setWorkload(Workload chosen) {
    setWorkload(chosen, chosen.parameters());
  }

  /** Offers some of the parameters of a workload, at their defaults. */
  public void setWorkload(Workload chosen, List<Parameter> offered) {
    var made = offered.stream().map(one -> new ParameterField(chosen, one)).toList();
    for (var field : made) {
      field.textProperty().addListener(_ -> typed());
      field.problemProperty().addListener(_ -> refresh());
    }
    fields.setAll(made);
    workload.set(chosen);
    typed();
  }

  /** The chosen workload, or null before the first. */
  public ReadOnlyObjectProperty<Workload> workloadProperty() {
    return workload.getReadOnlyProperty();
  }

  /** A field for each parameter, in the order of the form. */
  public ObservableList<ParameterField> fields() {
    return fieldsToShow;
  }

  /** The field of a parameter. */
  public Optional<ParameterField> field(String parameterId) {
    return fields.stream().filter(field -> field.parameter().id().equals(parameterId)).findFirst();
  }

  /** What differs from the defaults and matters, by parameter id; of use while valid. */
  public Map<String, String> settings() {
    var settings = new LinkedHashMap<String, String>();
    for (var field : fields) {
      if (field.relevantProperty().get() && field.differsFromDefault()) {
        settings.put(field.parameter().id(), field.normal());
      }
    }
    return settings;
  }

  /** Takes over settings of an earlier request; what they leave out goes to its default. */
  public void setSettings(Map<String, String> settings) {
    fields.forEach(ParameterField::clear);
    settings.forEach((id, text) -> field(id).ifPresent(field -> field.textProperty().set(text)));
  }

  /** What is in each field, by parameter id, whether it can be used or not. */
  public Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    fields.forEach(field -> texts.put(field.parameter().id(), field.textProperty().get()));
    return texts;
  }

  /** Puts back what was in the fields; what is no longer offered is left out. */
  public void setTexts(Map<String, String> texts) {
    texts.forEach((id, text) -> field(id).ifPresent(field -> field.textProperty().set(text)));
  }

  /** Is told of every change of a text or of the workload. */
  public void setOnChanged(Runnable listener) {
    onChanged = listener;
  }

  /** The presets of the chosen workload, where all that they set is offered. */
  public List<Preset> presets() {
    return workload.get() == null
        ? List.of()
        : workload.get().presets().stream()
            .filter(one -> one.settings().keySet().stream().allMatch(id -> field(id).isPresent()))
            .toList();
  }

  /** Sets the fields as the preset says, the others to their defaults, and tells the owner. */
  public void choose(Preset chosen) {
    setSettings(chosen.settings());
    preset.set(chosen);
    onPreset.accept(chosen);
  }

  /** The preset that the fields still show; null once one of them was changed. */
  public ReadOnlyObjectProperty<Preset> presetProperty() {
    return preset.getReadOnlyProperty();
  }

  /** Is told a chosen preset after the fields were set, for its workers and its chunk. */
  public void setOnPreset(Consumer<Preset> listener) {
    onPreset = listener;
  }

  /**
   * Puts a dropped file or folder into the first field that takes one.
   *
   * @return why it cannot be used; empty where it was taken
   */
  public Optional<String> drop(List<Path> files) {
    if (files.size() > 1) {
      return Optional.of(Messages.get("form.drop.several"));
    }
    return !files.isEmpty() && acceptDrop(files.getFirst())
        ? Optional.empty()
        : Optional.of(Messages.get("form.drop.none", WorkloadWords.title(workload.get())));
  }

  /**
   * Puts a file or folder into the first field that takes one.
   *
   * @return false where the workload reads neither
   */
  boolean acceptDrop(Path file) {
    var target = inputField();
    target.ifPresent(field -> field.textProperty().set(file.toString()));
    return target.isPresent();
  }

  /**
   * Shows a sentence under a field until its text changes.
   *
   * @return false where there is no such field, so that the sentence is to be shown elsewhere
   */
  public boolean showError(String parameterId, String sentence) {
    var target = field(parameterId);
    target.ifPresent(field -> field.showProblem(sentence));
    return target.isPresent();
  }

  /** Shows in the empty fields what the program chose for them in a run. */
  public void showChosen(Map<String, String> usedSettings) {
    for (var field : fields) {
      field.setChosen(usedSettings.getOrDefault(field.parameter().id(), ""));
    }
  }

  /** Whether a run can start with these settings. */
  public ReadOnlyBooleanProperty validProperty() {
    return valid.getReadOnlyProperty();
  }

  /** The uppermost problem with the label of its field before it; empty when all is well. */
  public ReadOnlyStringProperty firstProblemProperty() {
    return firstProblem.getReadOnlyProperty();
  }

  private Optional<ParameterField> inputField() {
    return Optional.ofNullable(workload.get())
        .flatMap(Workload::input)
        .flatMap(input -> field(input.id()));
  }

  /** Parameters that mean nothing beside the files and folders that are given. */
  private Set<String> unused() {
    return fields.stream()
        .filter(ParameterField::isGivenFile)
        .flatMap(field -> workload.get().replacedBy(field.parameter().id()).stream())
        .collect(Collectors.toSet());
  }

  private void typed() {
    preset.set(null);
    refresh();
    onChanged.run();
  }

  private void refresh() {
    var unused = unused();
    for (var field : fields) {
      field.setRelevant(!unused.contains(field.parameter().id()));
    }
    var bad = fields.stream().filter(field -> !field.isFine()).findFirst();
    firstProblem.set(
        bad.map(field -> field.label() + ": " + field.problemProperty().get()).orElse(""));
    valid.set(bad.isEmpty());
  }
}
