package speedup.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis: which values it shows, and where it names them.
 *
 * @param title what it shows, with its unit
 * @param min value at its beginning
 * @param max value at its end
 * @param log whether equal distances are equal ratios
 * @param ticks by how many steps there is room for
 */
record Axis(String title, double min, double max, boolean log, Ticker ticks) {
  /** A named place. */
  record Tick(double value, String name) {}

  /** Chooses the places that are named. */
  @FunctionalInterface
  interface Ticker {
    /** At most about so many, ascending. */
    List<Tick> upTo(int most);
  }

  /** Worker counts from 1; a little room at the left keeps the dots off the edge. */
  static Axis workers(int most) {
    double end = Math.max(2, most);
    return new Axis(
        Texts.say("axis.workers"),
        1 - 0.05 * (end - 1),
        end,
        false,
        room -> {
          int step = (int) Ticks.wholeUpTo(end, room).step();
          var ticks = new ArrayList<Tick>();
          // 1, then the multiples of the step
          for (int at = 1; at <= end; at = at == 1 && step > 1 ? step : at + step) {
            ticks.add(new Tick(at, Integer.toString(at)));
          }
          return ticks;
        });
  }

  /** Whole values at equal ratios, each of those given named where there is room. */
  static Axis ratios(String title, List<Long> values) {
    double first = values.isEmpty() ? 1 : values.getFirst();
    double last = values.isEmpty() ? 10 : Math.max(values.getLast(), first + 1);
    double gap = Math.pow(last / first, 0.05);
    return new Axis(
        title,
        first / gap,
        last * gap,
        true,
        room -> {
          int every = Math.max(1, (values.size() + room - 1) / Math.max(1, room));
          var ticks = new ArrayList<Tick>();
          for (int i = 0; i < values.size(); i += every) {
            ticks.add(new Tick(values.get(i), Texts.whole(values.get(i))));
          }
          return ticks;
        });
  }

  /** Numbers from 0, or from below where some are. */
  static Axis numbers(String title, double min, double max) {
    return scaled(title, min, max, 1, Texts::number);
  }

  /** Shares of 1 in per cent. */
  static Axis percent(String title, double min, double max) {
    return scaled(title, min, max, 100, (value, decimals) -> Texts.number(value, decimals) + " %");
  }

  /** Seconds, in milliseconds where they are short. */
  static Axis seconds(double max) {
    return max < 0.1
        ? scaled(Texts.say("axis.ms"), 0, max, 1000, Texts::number)
        : scaled(Texts.say("axis.s"), 0, max, 1, Texts::number);
  }

  /** The same with another title. */
  Axis named(String other) {
    return new Axis(other, min, max, log, ticks);
  }

  /** The same with another title before the unit, which is what stands in brackets. */
  Axis titled(String words) {
    return named(words + " " + title.substring(title.indexOf('(')));
  }

  private interface Words {
    String of(double value, int decimals);
  }

  private static Axis scaled(String title, double min, double max, double factor, Words words) {
    return new Axis(
        title,
        min,
        max,
        false,
        room -> {
          var steps = Ticks.upTo((max - min) * factor, room);
          var ticks = new ArrayList<Tick>();
          long first = (long) Math.ceil(min * factor / steps.step() - 1e-9);
          for (long i = first; i * steps.step() <= max * factor * (1 + 1e-9); i++) {
            double value = i * steps.step();
            ticks.add(new Tick(value / factor, words.of(value, i == 0 ? 0 : steps.decimals())));
          }
          return ticks;
        });
  }

  /** The names of its ticks at most this wide. */
  double widest(Type type, int most) {
    return ticks.upTo(most).stream().mapToDouble(tick -> type.width(tick.name())).max().orElse(0);
  }
}
