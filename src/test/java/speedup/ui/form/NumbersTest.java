package speedup.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void setsThousandsApartInWholeNumbersOnly() {
    assertEquals("1,234,567", Numbers.grouped("1234567"));
    assertEquals("12x", Numbers.grouped("12x"));
    assertEquals("", Numbers.grouped(""));
  }

  @Test
  void shortensLargeNumbers() {
    assertEquals("0", Numbers.compact(0));
    assertEquals("999", Numbers.compact(999.4));
    assertEquals("1.0 k", Numbers.compact(999.6));
    assertEquals("12.4 M", Numbers.compact(12_430_000));
    assertEquals("250 M", Numbers.compact(250_000_000));
  }

  @Test
  void writesBytesWithoutDecimalsBelowAGibibyte() {
    assertEquals("116 MiB", Numbers.bytes(121_634_816));
    assertEquals("1.5 GiB", Numbers.bytes(3L << 29));
  }

  @Test
  void writesAndReadsAsTheLanguageOfTheWindowDoes() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals("1.234.567", Numbers.grouped("1234567"));
      assertEquals("1234567", Numbers.plain("1.234.567"));
      assertEquals("12.34", Numbers.plain("12.34"));
      assertEquals("12,4 M", Numbers.compact(12_430_000));
      assertEquals("1,84", Numbers.decimal(1.84, 2));
      Locale.setDefault(Locale.JAPAN); // not spoken: English words with English numbers
      assertEquals("1,234,567", Numbers.grouped("1234567"));
    } finally {
      Locale.setDefault(before);
    }
  }
}
