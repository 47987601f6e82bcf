package speedup.plot.timeline;

/**
 * A stretch of time, in nanoseconds since the run started.
 *
 * @param from its beginning
 * @param to its end, after the beginning
 */
public record TimeWindow(long from, long to) {
  /** Nothing is seen closer than this, in nanoseconds. */
  public static final long CLOSEST = 1_000;

  /** Checks the order. */
  public TimeWindow {
    if (to <= from) {
      throw new IllegalArgumentException(
          "a stretch of time cannot go from %d to %d".formatted(from, to));
    }
  }

  /** All of a run of this length. */
  public static TimeWindow all(long length) {
    return new TimeWindow(0, Math.max(CLOSEST, length));
  }

  /** The stretch between two moments in any order; at least a nanosecond. */
  public static TimeWindow between(long one, long other) {
    return new TimeWindow(
        Math.min(one, other), Math.max(Math.max(one, other), 1 + Math.min(one, other)));
  }

  /** How long it is, in nanoseconds. */
  public long span() {
    return to - from;
  }

  /** Whether a moment lies in it. */
  public boolean contains(long time) {
    return time >= from && time < to;
  }

  /**
   * A closer or wider look at the same place.
   *
   * @param at the moment that stays where it is
   * @param factor below 1 for a closer look, above for a wider one
   * @param bounds what it does not leave
   */
  public TimeWindow zoom(long at, double factor, TimeWindow bounds) {
    long wished = Math.round(span() * factor);
    long next = Math.clamp(wished, Math.min(CLOSEST, bounds.span()), bounds.span());
    double place = Math.clamp((at - from) / (double) span(), 0, 1);
    long begin = at - Math.round(next * place);
    return new TimeWindow(begin, begin + next).within(bounds);
  }

  /** The same look elsewhere. */
  public TimeWindow pan(long by, TimeWindow bounds) {
    return new TimeWindow(from + by, to + by).within(bounds);
  }

  /** As long as this one, or shorter, and moved so that it does not leave the bounds. */
  public TimeWindow within(TimeWindow bounds) {
    long length = Math.min(span(), bounds.span());
    long begin = Math.clamp(from, bounds.from, bounds.to - length);
    return new TimeWindow(begin, begin + length);
  }

  /** The same look, moved no further than needed to see a stretch; wider where it is longer. */
  public TimeWindow showing(TimeWindow wanted, TimeWindow bounds) {
    if (wanted.span() > span()) {
      long room = wanted.span() / 10 + 1;
      return new TimeWindow(wanted.from - room, wanted.to + room).within(bounds);
    }
    if (wanted.from < from) {
      return pan(wanted.from - from - (span() - wanted.span()) / 4, bounds);
    }
    if (wanted.to > to) {
      return pan(wanted.to - to + (span() - wanted.span()) / 4, bounds);
    }
    return this;
  }
}
