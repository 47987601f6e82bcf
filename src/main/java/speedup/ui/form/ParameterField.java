package speedup.ui.form;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import speedup.ui.Messages;
import speedup.workload.InputException;
import speedup.workload.Parameter;
import speedup.workload.Workload;
import speedup.workload.WorkloadWords;

/** What a person has put into the field of one parameter. On the JavaFX thread only. */
public final class ParameterField {
  private final Parameter parameter;
  private final String label;
  private final String help;
  private final StringProperty text;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper relevant = new ReadOnlyBooleanWrapper(true);

  ParameterField(Workload workload, Parameter parameter) {
    this.parameter = parameter;
    label = WorkloadWords.label(workload, parameter);
    help = WorkloadWords.help(workload, parameter);
    text = new SimpleStringProperty(parameter.defaultText());
    text.addListener((_, _, now) -> {
      problem.set(problemOf(now));
      hint.set(problem.get().isEmpty() ? hintOf(parameter, now) : "");
    });
    problem.set(problemOf(text.get()));
  }

  /** What the field is for. */
  public Parameter parameter() {
    return parameter;
  }

  /** What it is called, for people. */
  public String label() {
    return label;
  }

  /** What it does, in a sentence. */
  public String help() {
    return help;
  }

  /** The text as typed, without marks between thousands that nobody typed. */
  public StringProperty textProperty() {
    return text;
  }

  /** The sentence for under the field; empty when all is well. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What a run will do because of the value, where that is to be known before; else empty. */
  public ReadOnlyStringProperty hintProperty() {
    return hint.getReadOnlyProperty();
  }

  /** The value the program chose in the last run where this field was empty; else empty. */
  public ReadOnlyStringProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Whether the value has any effect beside the other values. */
  public ReadOnlyBooleanProperty relevantProperty() {
    return relevant.getReadOnlyProperty();
  }

  /** Whether the value can be used, or does not matter. */
  boolean isFine() {
    return !relevant.get() || problem.get().isEmpty();
  }

  /** Whether it is for a file or folder, and one was given. */
  boolean isGivenFile() {
    var isPath =
        parameter instanceof Parameter.InputFile || parameter instanceof Parameter.InputFolder;
    return isPath && !text.get().isBlank();
  }

  /** Whether the value says something else than the default; of a value that can be used. */
  boolean differsFromDefault() {
    return !normal().equals(parameter.defaultText());
  }

  /** The value in its normal form, or as typed where it cannot be used. */
  String normal() {
    try {
      return parameter.check(text.get());
    } catch (InputException _) {
      return text.get(); // the problem is shown under the field
    }
  }

  void setRelevant(boolean value) {
    relevant.set(value);
  }

  void setChosen(String value) {
    chosen.set(value);
  }

  /** Shows a sentence until the text changes. */
  void showProblem(String sentence) {
    problem.set(withoutId(parameter, sentence));
  }

  void clear() {
    text.set(parameter.defaultText());
    problem.set(problemOf(text.get()));
  }

  private String problemOf(String value) {
    try {
      var checked = parameter.check(value);
      return switch (parameter) {
        case Parameter.InputFile _ -> problemOfFile(checked);
        case Parameter.InputFolder _ -> problemOfFolder(checked);
        case Parameter.TargetFolder _ -> problemOfTarget(checked);
        default -> "";
      };
    } catch (InputException e) {
      return withoutId(parameter, e.getMessage());
    }
  }

  private static String problemOfFile(String name) {
    try {
      if (name.isEmpty() || Files.isRegularFile(Path.of(name))) {
        return "";
      }
      return Messages.get(
          Files.isDirectory(Path.of(name)) ? "form.file.folder" : "form.file.missing");
    } catch (InvalidPathException _) {
      return Messages.get("form.file.missing");
    }
  }

  private static String problemOfFolder(String name) {
    try {
      if (name.isEmpty() || Files.isDirectory(Path.of(name))) {
        return "";
      }
      return Messages.get(Files.exists(Path.of(name)) ? "form.folder.file" : "form.folder.missing");
    } catch (InvalidPathException _) {
      return Messages.get("form.folder.missing");
    }
  }

  private static String problemOfTarget(String name) {
    try {
      var nearest = name.isEmpty() ? null : nearest(Path.of(name));
      return nearest == null || Files.isDirectory(nearest)
          ? ""
          : Messages.get("form.target.file", nearest);
    } catch (InvalidPathException _) {
      return Messages.get("form.target.name");
    }
  }

  /** The folder itself, or the closest one around it that is there; null where none is. */
  private static Path nearest(Path folder) {
    var each = folder.toAbsolutePath();
    while (each != null && !Files.exists(each, LinkOption.NOFOLLOW_LINKS)) {
      each = each.getParent();
    }
    return each;
  }

  private static String hintOf(Parameter parameter, String value) {
    try {
      var folder = value.strip();
      return parameter instanceof Parameter.TargetFolder
              && !folder.isEmpty()
              && !Files.exists(Path.of(folder), LinkOption.NOFOLLOW_LINKS)
          ? Messages.get("form.target.new")
          : "";
    } catch (InvalidPathException _) {
      return ""; // that is the problem under the field
    }
  }

  /** On the command line a sentence begins with the id; here it stands under its field. */
  public static String withoutId(Parameter parameter, String sentence) {
    var prefix = parameter.id() + ": ";
    var rest = sentence.startsWith(prefix) ? sentence.substring(prefix.length()) : sentence;
    return rest.isEmpty() ? rest : Character.toUpperCase(rest.charAt(0)) + rest.substring(1);
  }
}
