package speedup.plot;

/**
 * The widths of a usual sans-serif font, for texts that are drawn where its measures cannot be
 * asked for. Fonts differ by a few per cent; unknown characters count as wide ones.
 */
final class SansSerifRuler implements Ruler {
  /** Advance widths of the characters from the space to the tilde, in thousandths of the size. */
  private static final int[] WIDTHS = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
  };

  private static final int OTHER = 600;
  private static final double BOLD = 1.07;

  @Override
  public double width(String text, double size, boolean bold) {
    var thousandths =
        text.codePoints()
            .map(point -> point >= ' ' && point - ' ' < WIDTHS.length ? WIDTHS[point - ' '] : OTHER)
            .sum();
    return thousandths * size / 1000 * (bold ? BOLD : 1);
  }

  @Override
  public double ascent(double size, boolean bold) {
    return 0.95 * size;
  }

  @Override
  public double lineHeight(double size, boolean bold) {
    return 1.2 * size;
  }
}
