package speedup.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number, with or without separators: {@code 10000}, {@code 10_000}. */
final class WholeNumber implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    try {
      return Integer.valueOf(text.strip().replace("_", "").replace(",", ""));
    } catch (NumberFormatException e) {
      throw new TypeConversionException("\"" + text + "\" is not a whole number");
    }
  }
}
