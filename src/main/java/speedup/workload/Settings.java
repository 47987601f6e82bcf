package speedup.workload;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Checked values of a workload's parameters. */
public final class Settings {
  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Checks given values and fills in defaults.
   *
   * @throws InputException for an unknown key or a value that does not fit
   */
  public static Settings of(List<Parameter> parameters, Map<String, String> given)
      throws InputException {
    for (var key : given.keySet()) {
      if (parameters.stream().noneMatch(parameter -> parameter.id().equals(key))) {
        throw new InputException(
            null,
            "there is no setting \"%s\"; this workload takes %s"
                .formatted(
                    key, parameters.stream().map(Parameter::id).collect(Collectors.joining(", "))));
      }
    }
    var values = new LinkedHashMap<String, String>();
    for (var parameter : parameters) {
      var text = given.get(parameter.id());
      values.put(parameter.id(), text == null ? parameter.defaultText() : parameter.check(text));
    }
    return new Settings(values);
  }

  /** All values as text, in the order of the parameters. */
  public Map<String, String> asMap() {
    return new LinkedHashMap<>(values);
  }

  /** The text of a value. */
  public String text(String id) {
    var text = values.get(id);
    if (text == null) {
      throw new IllegalArgumentException("no parameter " + id);
    }
    return text;
  }

  /** A whole number that has a value. */
  public long whole(String id) {
    return Long.parseLong(text(id));
  }

  /** A whole number, empty where it was left to the program. */
  public OptionalLong optionalWhole(String id) {
    var text = text(id);
    return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
  }

  /** A file or folder, empty where none was given. */
  public Optional<Path> file(String id) throws InputException {
    var text = text(id);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (java.nio.file.InvalidPathException e) {
      throw new InputException(id, "\"%s\" is not a file name".formatted(text));
    }
  }
}
