package speedup.workload;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Something about a workload that a person can set. */
public sealed interface Parameter {
  /** The seed where none was set. */
  long STANDARD_SEED = 42;

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
   * Where random numbers begin.
   *
   * @param help what is the same for the same seed
   */
  static Whole seed(String help) {
    return new Whole("seed", "Seed", help, "", 0, Long.MAX_VALUE, OptionalLong.of(STANDARD_SEED));
  }

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
    /** Thousands may be set apart, {@code 1,000} or {@code 1_000}, but 1,5 is no whole number. */
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}([_,]\\d{3})+");

    private static final Pattern DIGITS = Pattern.compile("[+-]?\\d+");

    @Override
    public String defaultText() {
      return defaultValue.isPresent() ? Long.toString(defaultValue.getAsLong()) : "";
    }

    @Override
    public String check(String text) throws InputException {
      var digits = text.strip();
      if (digits.isEmpty() && defaultValue.isEmpty()) {
        return "";
      }
      if (GROUPED.matcher(digits).matches()) {
        digits = digits.replaceAll("[_,]", "");
      }
      long value;
      try {
        value = Long.parseLong(digits);
      } catch (NumberFormatException e) {
        throw new InputException(
            id,
            DIGITS.matcher(digits).matches()
                ? Words.say("%s: the number is outside %,d to %,d", id, min, max)
                : Words.say(
                    "%s: %s is not a whole number; give one from %,d to %,d",
                    id, Words.quote(text), min, max));
      }
      if (value < min || value > max) {
        throw new InputException(
            id, Words.say("%s: %,d is outside %,d to %,d", id, value, min, max));
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
            id,
            "%s: %s is not one of %s".formatted(id, Words.quote(text), String.join(", ", values)));
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

  /** A folder to read; empty text for none. */
  record InputFolder(String id, String label, String help) implements Parameter {
    @Override
    public String defaultText() {
      return "";
    }

    @Override
    public String check(String text) throws InputException {
      return text.strip();
    }
  }

  /** A folder to write to, which is made when it is not there; empty text for the cache. */
  record TargetFolder(String id, String label, String help) implements Parameter {
    @Override
    public String defaultText() {
      return "";
    }

    @Override
    public String check(String text) throws InputException {
      return text.strip();
    }
  }

  /**
   * A line of text.
   *
   * @param maxLength in characters
   */
  record Text(String id, String label, String help, String defaultText, int maxLength)
      implements Parameter {
    @Override
    public String check(String text) throws InputException {
      if (text.length() > maxLength) {
        throw new InputException(id, Words.say("%s: longer than %,d characters", id, maxLength));
      }
      if (text.chars().anyMatch(Character::isISOControl)) {
        throw new InputException(id, id + ": give one line, without tabs");
      }
      return text;
    }
  }
}
