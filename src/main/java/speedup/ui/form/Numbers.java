package speedup.ui.form;

import java.text.DecimalFormatSymbols;
import java.util.regex.Pattern;
import speedup.ui.Messages;

/** Numbers as people read them in the language of the window. */
public final class Numbers {
  private static final String[] STEPS = {"", " k", " M", " G", " T"};
  private static final String[] BYTE_STEPS = {" B", " KiB", " MiB", " GiB", " TiB"};

  private Numbers() {}

  /** Sets thousands apart where the text is a plain whole number; other text stays as it is. */
  public static String grouped(String text) {
    try {
      return String.format(Messages.locale(), "%,d", Long.parseLong(text));
    } catch (NumberFormatException _) {
      return text;
    }
  }

  /** Undoes {@link #grouped}: what people read can also be typed. */
  static String plain(String text) {
    var mark = DecimalFormatSymbols.getInstance(Messages.locale()).getGroupingSeparator();
    var typed = text.strip();
    var thousands = "[+-]?\\d{1,3}(" + Pattern.quote(String.valueOf(mark)) + "\\d{3})+";
    return typed.matches(thousands) ? typed.replace(String.valueOf(mark), "") : text;
  }

  /** With so many digits after the decimal mark. */
  public static String decimal(double value, int digits) {
    return String.format(Messages.locale(), "%." + digits + "f", value);
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
    return String.format(Messages.locale(), "%,." + digits + "f", rest) + steps[step];
  }
}
