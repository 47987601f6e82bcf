package speedup.workload;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Puts a small table of facts about a result together. For one thread. */
final class FactTable {
  private static final List<String> HEADER = List.of("What", "Value");

  private final String title;
  private final List<List<String>> rows = new ArrayList<>();

  FactTable(String title) {
    this.title = title;
  }

  FactTable row(String what, String value) {
    rows.add(List.of(what, value));
    return this;
  }

  FactTable row(String what, long value) {
    return row(what, Words.number(value));
  }

  FactTable row(String what, BigInteger value) {
    return row(what, Words.say("%,d", value));
  }

  FactTable row(String what, boolean value) {
    return row(what, value ? "yes" : "no");
  }

  Shown.Table done() {
    return new Shown.Table(title, HEADER, rows);
  }
}
