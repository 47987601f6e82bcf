package speedup.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FinderTest {
  private static final List<Entry> ENTRIES =
      List.of(
          entry("Run", ""),
          entry("Presentation for the last row", ""),
          entry("Run Count primes", "primes-file"),
          entry("Lock: as it is meant", "stage"),
          entry("Größe wie üblich", ""));

  private static Entry entry(String title, String kind) {
    return new Entry(title, kind, "", "", () -> {});
  }

  private static List<String> find(String query) {
    return Finder.find(ENTRIES, query).stream().map(Entry::title).toList();
  }

  @Test
  void nothingTypedIsEverythingInItsOrder() {
    assertEquals(ENTRIES, Finder.find(ENTRIES, "  "));
  }

  @Test
  void everyWordHasToBeMetInAnyOrder() {
    assertEquals(List.of("Run Count primes"), find("prim run"));
    assertEquals(List.of(), find("run nothing"));
  }

  @Test
  void theBeginningOfAWordIsMeantBeforeItsMiddleAndItsLetters() {
    assertEquals(List.of("Presentation for the last row", "Run Count primes"), find("pr"));
    assertEquals(List.of("Presentation for the last row"), find("prsn"));
    assertEquals(List.of("Lock: as it is meant"), find("ock"));
  }

  @Test
  void theKindIsFoundTooAndAccentsAreNotNeeded() {
    assertEquals(List.of("Run Count primes"), find("primes-file"));
    assertEquals(List.of("Größe wie üblich"), find("ublich"));
  }
}
