package speedup.plot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import speedup.measure.Interval;
import speedup.scaling.Estimate;
import speedup.scaling.Found;
import speedup.scaling.MarkedRun;

/** What the tables of several charts have in common. */
final class Columns {
  private static final int SECONDS_DECIMALS = 4;

  private Columns() {}

  /** The first row, by the keys of its words. */
  static List<String> names(String... keys) {
    return Stream.of(keys).map(Texts::say).toList();
  }

  /** An estimate with its interval as three columns, empty where there is none. */
  static List<String> estimate(Found<Estimate> estimate, int decimals) {
    var interval = estimate.value().flatMap(found -> found.interval().value());
    return List.of(
        estimate.value().map(found -> Texts.number(found.value(), decimals)).orElse(""),
        low(interval, decimals),
        high(interval, decimals));
  }

  static String low(Optional<Interval> interval, int decimals) {
    return interval.map(range -> Texts.number(range.low(), decimals)).orElse("");
  }

  static String high(Optional<Interval> interval, int decimals) {
    return interval.map(range -> Texts.number(range.high(), decimals)).orElse("");
  }

  static String seconds(double seconds) {
    return Texts.number(seconds, SECONDS_DECIMALS);
  }

  /** The time of every run in one column. */
  static String runs(List<MarkedRun> runs) {
    return runs.stream().map(run -> seconds(run.seconds())).collect(Collectors.joining("; "));
  }
}
