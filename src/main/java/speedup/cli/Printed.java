package speedup.cli;

import java.util.stream.Collectors;

/** Text from files, for a terminal. */
final class Printed {
  private Printed() {}

  /** Without control characters, which could change what a terminal shows. */
  static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  /** The same, with its lines as they are. */
  static String lines(String text) {
    return text.lines().map(Printed::plain).collect(Collectors.joining(System.lineSeparator()));
  }
}
