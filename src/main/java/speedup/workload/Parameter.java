package speedup.workload;

import java.util.List;
import java.util.OptionalLong;

/** Something about a workload that a person can set. */
public sealed interface Parameter {
  /** The key on the command line and in files. */
  String id();

  /** The label in the form. */
  String label();

  /** One sentence under the field: what it does. */
  String help();

  /** The value when nothing was set, as text; empty text stands for "automatic" or "none". */
  String defaultText();

  /**
   * Reads a value and checks it.
   *
   * @return the value in its normal form
   * @throws InputException with a sentence for under the field
   */
  String check(String text) throws InputException;

  /**
   * A whole number.
   *
   * @param unit such as {@code "ms"}, or empty
   * @param defaultValue empty where the program chooses by a probe
   */
  record Whole(
      String id,
      String label,
      String help,
      String unit,
      long min,
      long max,
      OptionalLong defaultValue)
      implements Parameter {
    @Override
    public String defaultText() {
      return defaultValue.isPresent() ? Long.toString(defaultValue.getAsLong()) : "";
    }

    @Override
    public String check(String text) throws InputException {
      var digits = text.strip().replace("_", "").replace(",", "");
      if (digits.isEmpty() && defaultValue.isEmpty()) {
        return "";
      }
      long value;
      try {
        value = Long.parseLong(digits);
      } catch (NumberFormatException e) {
        throw new InputException(
            id, "%s: \"%s\" is not a whole number; give one like %,d".formatted(id, text, min));
      }
      if (value < min || value > max) {
        throw new InputException(
            id, "%s: %,d is outside %,d to %,d".formatted(id, value, min, max));
      }
      return Long.toString(value);
    }
  }

  /** One of several named values. */
  record Choice(String id, String label, String help, List<String> values, String defaultText)
      implements Parameter {
    /** Copies the values. */
    public Choice {
      values = List.copyOf(values);
    }

    @Override
    public String check(String text) throws InputException {
      if (!values.contains(text)) {
        throw new InputException(
            id, "%s: \"%s\" is not one of %s".formatted(id, text, String.join(", ", values)));
      }
      return text;
    }
  }

  /**
   * A file to read; empty text for none.
   *
   * @param extensions endings the file chooser offers, without the dot
   */
  record InputFile(String id, String label, String help, List<String> extensions)
      implements Parameter {
    /** Copies the endings. */
    public InputFile {
      extensions = List.copyOf(extensions);
    }

    @Override
    public String defaultText() {
      return "";
    }

    @Override
    public String check(String text) throws InputException {
      return text.strip();
    }
  }
}
