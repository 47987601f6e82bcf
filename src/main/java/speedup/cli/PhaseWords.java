package speedup.cli;

import speedup.measure.Phase;

/** What an experiment does before and between its runs, beside the bar. */
final class PhaseWords {
  private PhaseWords() {}

  /**
   * The phase in words.
   *
   * @param detail what it is at, or nothing
   */
  static String of(Phase phase, String detail) {
    var words =
        switch (phase) {
          case SIZE -> "choosing the size";
          case PREPARE -> "preparing the input";
          case START -> "starting workers";
          case WARM_UP -> "warming up";
          case MEASURE -> "measuring";
        };
    return detail.isEmpty() ? words : words + ": " + detail;
  }
}
