package speedup.ui.mycode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import speedup.ui.Messages;
import speedup.ui.form.ParameterField;
import speedup.ui.form.ParameterFormModel;
import speedup.workload.Parameter;
import speedup.workload.Workload;

/** On what a person's own task is run, and what it may take. Knows no control. */
public final class TaskSettings {
  /** Where the task comes from. */
  public enum Kind {
    /** The text in the editor. */
    SOURCE,
    /** A workload in a jar. */
    JAR
  }

  private static final List<String> OF_SOURCE = List.of("count", "items", "memory", "seconds");
  private static final List<String> OF_JAR = List.of("jar", "jar-settings", "memory", "seconds");
  private static final List<String> LIMITS = List.of("memory", "seconds");

  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.SOURCE);
  private final Map<Kind, ParameterFormModel> forms;
  private final Map<String, String> defaults = new HashMap<>();
  private final StringBinding problem;
  private final StringBinding limits;

  /** The settings of the workload {@code my-code}, at their defaults. */
  public TaskSettings(Workload workload) {
    forms = Map.of(Kind.SOURCE, form(workload, OF_SOURCE), Kind.JAR, form(workload, OF_JAR));
    for (var id : LIMITS) {
      textOf(Kind.SOURCE, id).bindBidirectional(textOf(Kind.JAR, id));
      defaults.put(id, textOf(Kind.SOURCE, id).get());
    }
    var jar = textOf(Kind.JAR, "jar");
    problem =
        Bindings.createStringBinding(
            () ->
                kind.get() == Kind.JAR && jar.get().isBlank()
                    ? Messages.get("mycode.jar.none")
                    : form().firstProblemProperty().get(),
            kind,
            jar,
            form(Kind.SOURCE).firstProblemProperty(),
            form(Kind.JAR).firstProblemProperty());
    limits =
        Bindings.createStringBinding(
            this::limitsInWords,
            kind,
            textOf(Kind.SOURCE, "memory"),
            textOf(Kind.SOURCE, "seconds"));
  }

  /** Some of its fields, in this order. */
  private static ParameterFormModel form(Workload workload, List<String> ids) {
    var form = new ParameterFormModel();
    form.setWorkload(workload, ids.stream().map(id -> parameter(workload, id)).toList());
    return form;
  }

  private static Parameter parameter(Workload workload, String id) {
    return workload.parameters().stream()
        .filter(parameter -> parameter.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private StringProperty textOf(Kind which, String id) {
    return fieldOf(which, id).textProperty();
  }

  private ParameterField fieldOf(Kind which, String id) {
    return form(which).field(id).orElseThrow();
  }

  /** Where the task comes from. */
  public ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  /** What can be set for a task from there. */
  public ParameterFormModel form(Kind which) {
    return forms.get(which);
  }

  private ParameterFormModel form() {
    return form(kind.get());
  }

  /** What has to be put right before a run; empty when nothing has. */
  public StringBinding problemProperty() {
    return problem;
  }

  /** What is enforced, in words. */
  public StringBinding limitsProperty() {
    return limits;
  }

  /** Empty where a value cannot be used: its field says so. */
  private String limitsInWords() {
    if (!LIMITS.stream()
        .allMatch(id -> fieldOf(kind.get(), id).problemProperty().get().isEmpty())) {
      return "";
    }
    var settings = new HashMap<>(defaults);
    settings.putAll(form().settings());
    return Messages.get(
        kind.get() == Kind.JAR ? "mycode.limits.jar" : "mycode.limits.source",
        Long.parseLong(settings.get("memory")),
        Long.parseLong(settings.get("seconds")));
  }

  /**
   * The settings of a run; of use while there is no problem.
   *
   * @param more what names the source; empty for a jar
   */
  public Map<String, String> settings(Map<String, String> more) {
    var settings = new HashMap<>(form().settings());
    settings.putAll(more);
    return settings;
  }
}
