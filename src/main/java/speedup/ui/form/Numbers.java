package speedup.ui.form;

import java.util.Locale;

/** Numbers as people read them. */
public final class Numbers {
  private static final String[] STEPS = {"", " k", " M", " G", " T"};
  private static final String[] BYTE_STEPS = {" B", " KiB", " MiB", " GiB", " TiB"};

  private Numbers() {}

  /** Sets thousands apart where the text is a plain whole number; other text stays as it is. */
  public static String grouped(String text) {
    try {
      return String.format(Locale.ENGLISH, "%,d", Long.parseLong(text));
    } catch (NumberFormatException _) {
      return text;
    }
  }

  /** Three digits and a letter for thousands, millions and so on, such as {@code 12.4 M}. */
  public static String compact(double value) {
    return stepped(value, 1_000, STEPS, 1);
  }

  /** Bytes in powers of 1,024, such as {@code 118 MiB}. */
  public static String bytes(long bytes) {
    return stepped(bytes, 1_024, BYTE_STEPS, 3);
  }

  private static String stepped(double value, int size, String[] steps, int firstWithDecimal) {
    var step = 0;
    var rest = value;
    while (rest >= size - 0.5 && step < steps.length - 1) {
      rest /= size;
      step++;
    }
    var digits = step < firstWithDecimal || rest >= 99.95 ? 0 : 1;
    return String.format(Locale.ENGLISH, "%,." + digits + "f", rest) + steps[step];
  }
}
