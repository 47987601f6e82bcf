package speedup.plot;

import java.util.HashMap;
import java.util.Map;

/** A kind of text with its measures, each text measured once. For the thread of its ruler. */
public final class Type {
  /** Running times make new texts all the time; more than this many are not worth keeping. */
  private static final int MOST_KEPT = 512;

  private final Ruler ruler;
  private final double size;
  private final boolean bold;
  private final Map<String, Double> widths = new HashMap<>();
  private final double ascent;
  private final double lineHeight;
  private final double digitWidth;

  Type(Ruler ruler, double size, boolean bold) {
    this.ruler = ruler;
    this.size = size;
    this.bold = bold;
    ascent = ruler.ascent(size, bold);
    lineHeight = Math.ceil(ruler.lineHeight(size, bold));
    var widest = 0.0;
    for (var digit = '0'; digit <= '9'; digit++) {
      widest = Math.max(widest, width(String.valueOf(digit)));
    }
    digitWidth = widest;
  }

  double size() {
    return size;
  }

  boolean bold() {
    return bold;
  }

  /** From the top of a line to its baseline. */
  public double ascent() {
    return ascent;
  }

  /** The height of a line, in whole pixels. */
  public double lineHeight() {
    return lineHeight;
  }

  /** The width of a text. */
  public double width(String text) {
    var known = widths.get(text);
    if (known != null) {
      return known;
    }
    if (widths.size() >= MOST_KEPT) {
      widths.clear();
    }
    var width = ruler.width(text, size, bold);
    widths.put(text, width);
    return width;
  }

  /** The width of one character where all digits are equally wide. */
  public double cell(char character) {
    return Character.isDigit(character) ? digitWidth : width(String.valueOf(character));
  }

  /** The width of a text drawn character by character. */
  public double tabularWidth(String text) {
    var width = 0.0;
    for (var i = 0; i < text.length(); i++) {
      width += cell(text.charAt(i));
    }
    return width;
  }
}
