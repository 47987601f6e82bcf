package speedup.plot;

/**
 * The axis of a stretch of time in the unit that suits its length.
 *
 * @param from its beginning, in seconds
 * @param to its end, in seconds
 */
public record TimeAxis(double from, double to) {
  /** Length of a tick. */
  public static final double TICK = 4;

  /** Up to this length the next smaller unit is easier to read. */
  private static final double SHORT = 0.2;

  /** What the numbers are, such as "time (ms)". */
  public String title() {
    return Texts.say(
        factor() == 1 ? "race.axis.s" : factor() == 1e3 ? "race.axis.ms" : "race.axis.us");
  }

  private double factor() {
    double span = to - from;
    return span > SHORT ? 1 : span > SHORT / 1e3 ? 1e3 : 1e6;
  }

  /**
   * Draws lines, ticks and numbers, and the title in the room left of them.
   *
   * @param top where the lines begin
   * @param bottom where the numbers stand under
   */
  public void draw(Pen pen, double left, double right, double top, double bottom) {
    var theme = pen.theme;
    double factor = factor();
    double widest = pen.small.width(Texts.whole(Math.round(to * factor)) + ".0");
    int most =
        Math.max(1, (int) ((right - left) / Math.max(72 * pen.scale, widest + 16 * pen.scale)));
    var ticks = Ticks.upTo((to - from) * factor, most);
    double y = Pen.crisp(bottom);
    // left of the numbers, under the names of the lanes
    pen.text(
        pen.small,
        Pen.fit(pen.small, title(), left - Pen.MARGIN - 6),
        Pen.MARGIN,
        bottom + TICK,
        Align.LEFT,
        theme.foreground());
    long first = (long) Math.ceil(from * factor / ticks.step() - 1e-9);
    for (long i = first; i * ticks.step() <= to * factor * (1 + 1e-12); i++) {
      double value = i * ticks.step();
      double x = Pen.crisp(left + (right - left) * (value / factor - from) / (to - from));
      pen.line(x, top, x, y, 1, theme.grid());
      pen.line(x, y, x, y + TICK, 1, theme.border());
      String label =
          i == 0 || ticks.decimals() == 0
              ? Texts.whole(Math.round(value))
              : Texts.number(value, ticks.decimals());
      pen.text(pen.small, label, x, bottom + TICK, Align.CENTER, theme.muted());
    }
    pen.line(left, y, right, y, 1, theme.border());
  }
}
