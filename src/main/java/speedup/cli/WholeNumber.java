package speedup.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number, with or without separators: {@code 10000}, {@code 10_000}. */
final class WholeNumber implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    var digits = text.strip().replace("_", "").replace(",", "");
    try {
      return Integer.valueOf(digits);
    } catch (NumberFormatException e) {
      var why = digits.matches("[+-]?\\d+") ? "too large" : "not a whole number";
      throw new TypeConversionException("\"%s\" is %s".formatted(text, why));
    }
  }
}
